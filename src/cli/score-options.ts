/** The options of `npm run score`, from words to checked values. */
import { parseArgs } from 'node:util'
import { fields, type FieldName } from '../domain/csv/fields'
import type { DateOrder, Mapping } from '../domain/csv/mapping'
import { combinedId, shippedModels } from '../domain/scoring/model-manifest'

export interface ScoreOptions {
  /** The files that are the extract, at least one: paths, or `-` for standard input. */
  readonly extracts: readonly string[]
  /** Path, or `-` for standard output. */
  readonly out: string
  /** Ids of the models that must stand and are written, in this order; the first one decides `phantom_alert`. */
  readonly models: readonly string[]
  /** Whatever else stands (the combined score, where it is offered) is written behind them. */
  readonly all: boolean
  readonly rows: 'latest' | 'all'
  /** Null: the threshold that ships with the deciding model. */
  readonly threshold: number | null
  /** Header by field, where the user named it. */
  readonly map: ReadonlyMap<FieldName, string>
  /** How dates and numbers are written; null: as the file shows. */
  readonly dateOrder: DateOrder | null
  readonly decimal: Mapping['decimal'] | null
}

export const usage =
  'npm run score -- EXTRACT.csv... [--out FILE] [--model lgbm|xgb|rf|lstm|combined|all] [--rows latest|all] [--threshold T] [--map field=Header]... [--date-order ymd|dmy|mdy] [--decimal .|,]'

/** A foreseen reason to stop: its message is the one sentence that the user reads. */
export class CannotScore extends Error {}

/** @throws CannotScore with a sentence that names the option and what it may be */
export function readScoreOptions(words: readonly string[]): ScoreOptions {
  const { values, positionals: extracts } = parse(words)
  if (extracts.length === 0) throw new CannotScore(`Name the extract to score: ${usage}`)
  const twice = extracts.find((path, at) => extracts.indexOf(path) < at)
  if (twice !== undefined) throw new CannotScore(`"${twice}" is named twice: name each file of the extract once.`)
  return {
    extracts,
    out: values.out ?? 'phantom_predictions.csv',
    ...modelsFrom(values.model ?? []),
    rows: rowsFrom(values.rows),
    threshold: thresholdFrom(values.threshold),
    map: mapFrom(values.map ?? []),
    dateOrder: dateOrderFrom(values['date-order']),
    decimal: decimalFrom(values.decimal),
  }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        model: { type: 'string', multiple: true },
        rows: { type: 'string' },
        threshold: { type: 'string' },
        map: { type: 'string', multiple: true },
        'date-order': { type: 'string' },
        decimal: { type: 'string' },
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\.\s/)[0]! : String(error)
    throw new CannotScore(`${reason}. Usage: ${usage}`)
  }
}

/** `--model a --model b` and `--model a,b` mean the same; `all`, and none at all, mean the four that ship and their combined score where it is offered. */
function modelsFrom(given: readonly string[]): Pick<ScoreOptions, 'models' | 'all'> {
  const names = given.length === 0 ? ['all'] : given.flatMap((text) => text.split(','))
  const models = names.flatMap((name) => (name === 'all' ? [...shippedModels] : [name]))
  const known: readonly string[] = [...shippedModels, combinedId]
  const unknown = models.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new CannotScore(`--model "${unknown}" is not known: choose ${known.join(', ')} or all.`)
  return { models: [...new Set(models)], all: names.includes('all') }
}

function rowsFrom(text = 'all'): 'latest' | 'all' {
  if (text !== 'latest' && text !== 'all') throw new CannotScore(`--rows "${text}" is not known: choose latest or all.`)
  return text
}

function thresholdFrom(text: string | undefined): number | null {
  if (text === undefined) return null
  const threshold = text.trim() === '' ? NaN : Number(text)
  if (!(threshold >= 0 && threshold <= 1)) throw new CannotScore(`--threshold "${text}" is not a probability: give a number from 0 to 1.`)
  return threshold
}

function dateOrderFrom(text: string | undefined): DateOrder | null {
  if (text === undefined || text === 'ymd' || text === 'dmy' || text === 'mdy') return text ?? null
  throw new CannotScore(`--date-order "${text}" is not known: choose ymd, dmy or mdy.`)
}

function decimalFrom(text: string | undefined): Mapping['decimal'] | null {
  if (text === undefined || text === '.' || text === ',') return text ?? null
  throw new CannotScore(`--decimal "${text}" is not known: choose . or a comma.`)
}

function mapFrom(given: readonly string[]): ReadonlyMap<FieldName, string> {
  const map = new Map<FieldName, string>()
  for (const text of given) {
    const cut = text.indexOf('=')
    const header = text.slice(cut + 1)
    const field = fields.find(({ name }) => name === text.slice(0, Math.max(0, cut)))
    if (cut < 1 || header === '') throw new CannotScore(`--map "${text}" is not readable: write field=Header, as in --map on_hand=Stock.`)
    if (!field) throw new CannotScore(`--map names a field "${text.slice(0, cut)}" that is not known: choose ${fields.map(({ name }) => name).join(', ')}.`)
    map.set(field.name, header)
  }
  return map
}
