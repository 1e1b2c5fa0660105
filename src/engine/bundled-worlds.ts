/** The rows of the test worlds that ship with the models, with scores and labels, for extracts without labels. */
import { z } from 'zod'
import type { MeasuredRows } from '../domain/bench/measured-rows'
import type { RuleCurve } from '../domain/rules/rule-curve'
import { combinedScore, type CombinedFormula } from '../domain/scoring/combined-score'
import type { FileSource } from './load-models'

const count = z.number().int().nonnegative()

const ruleSchema = z
  .object({
    name: z.string(),
    threshold: z.number().nullable(),
    /** Falling; null, at the end alone, for rows without an answer. */
    scores: z.array(z.number().nullable()).min(1),
    true_positives: z.array(count),
    false_positives: z.array(count),
  })
  .refine((rule) => rule.true_positives.length === rule.scores.length && rule.false_positives.length === rule.scores.length)

/** Format 2, as training/README.md describes it. */
const schema = z.object({
  format_version: z.literal(2),
  rows: count.positive(),
  models: z.array(z.string()).min(1),
  positives: count,
  runs: count.positive(),
  items: count.positive(),
  stores: count.positive(),
  rate: z.object({ smallest: z.number().positive(), ratio: z.number().gt(1) }),
  price_unit: z.number().positive(),
  categories: z.array(z.string()),
  rules: z.record(z.string(), ruleSchema),
})

const runColumns = ['item', 'store', 'firstDay', 'category', 'rows'] as const

/** As they lie in the file: a run is the rows of one unbroken series of a store-item. */
export interface BundledWorlds {
  /** By model id, one probability a row. */
  readonly scores: ReadonlyMap<string, Float32Array>
  /** 1 phantom, 0 not. */
  readonly labels: Uint8Array
  /** One entry a run; `category` is an index into `categories`, or -1. */
  readonly runs: Readonly<Record<(typeof runColumns)[number], Int32Array>>
  readonly items: number
  readonly stores: number
  /** One entry a row: days of the series seen up to it, and codes of expected units a day and of the price. */
  readonly daysSeen: Uint16Array
  readonly rateCode: Uint16Array
  readonly priceCode: Uint16Array
  readonly rate: { readonly smallest: number; readonly ratio: number }
  readonly priceUnit: number
  readonly categories: readonly string[]
  /** Of a rule with more than 400 distinct scores some are left out; the counts of those that stand are exact. */
  readonly rules: readonly RuleCurve[]
}

/**
 * Reads `test-worlds.json` and `test-worlds.bin`. Null where they are missing, of another format or do not fit
 * together: curves then need an extract's own labels.
 */
export async function readBundledWorlds(source: FileSource): Promise<BundledWorlds | null> {
  const [head, body] = await Promise.all([source.read('test-worlds.json'), source.read('test-worlds.bin')])
  if (!head || !body) return null
  const read = schema.safeParse(jsonOrNull(head))
  if (!read.success) return null
  const { rows, models, positives, runs, items, stores, rate, price_unit: priceUnit, categories, rules } = read.data
  if (body.byteLength !== rows * (4 * models.length + 3 * 2 + 1) + runs * 4 * runColumns.length) return null
  // Whole numbers of several bytes must begin at a multiple of them: a copy does, where the bytes are part of others. Every part ends where the next may begin.
  const { buffer } = body.byteOffset === 0 ? body : body.slice()
  let at = 0
  const take = (bytes: number) => (at += bytes) - bytes
  const scores = new Map(models.map((model) => [model, new Float32Array(buffer, take(rows * 4), rows)]))
  const column = () => new Int32Array(buffer, take(runs * 4), runs)
  const codes = () => new Uint16Array(buffer, take(rows * 2), rows)
  return {
    scores,
    runs: { item: column(), store: column(), firstDay: column(), category: column(), rows: column() },
    items,
    stores,
    daysSeen: codes(),
    rateCode: codes(),
    priceCode: codes(),
    labels: new Uint8Array(buffer, take(rows), rows),
    rate,
    priceUnit,
    categories,
    rules: Object.entries(rules).map(([id, { name, threshold, ...steps }]) => ({
      id,
      name,
      threshold,
      curve: {
        scores: Float32Array.from(steps.scores, (score) => score ?? -Infinity),
        truePositives: Uint32Array.from(steps.true_positives),
        falsePositives: Uint32Array.from(steps.false_positives),
        positives,
        negatives: rows - positives,
      },
    })),
  }
}

type Judged = Pick<BundledWorlds, 'scores' | 'labels'>

/** The worlds with the combined score, computed from the scores that they hold; unchanged where one of its models is not among them. */
export function withCombinedScores<Worlds extends Judged>(worlds: Worlds | null, formula: CombinedFormula | null): Worlds | null {
  if (!worlds || !formula) return worlds
  const columns = formula.models.flatMap((id) => worlds.scores.get(id) ?? [])
  if (columns.length < formula.models.length) return worlds
  return { ...worlds, scores: new Map([...worlds.scores, [formula.id, combinedScore(formula, columns)]]) }
}

/**
 * The worlds as the bench measures them; some 20 bytes a row beside what they hold. Expected units are the
 * feature that the models read, within .02 %; prices are exact.
 */
export function bundledRows({ scores, labels, runs, items, stores, daysSeen, rateCode, priceCode, rate, priceUnit, categories }: BundledWorlds): MeasuredRows {
  const rows = labels.length
  const item = new Uint32Array(rows)
  const store = new Uint32Array(rows)
  const day = new Int32Array(rows)
  const category = new Uint16Array(rows)
  let row = 0
  for (let run = 0; run < runs.rows.length; run++) {
    const end = row + runs.rows[run]!
    const code = runs.category[run]!
    item.fill(runs.item[run]!, row, end)
    store.fill(runs.store[run]!, row, end)
    category.fill(code < 0 ? categories.length : code, row, end)
    for (; row < end; row++) day[row] = runs.firstDay[run]! + daysSeen[row]! - 1
  }
  const logRatio = Math.log(rate.ratio)
  return {
    source: 'test-worlds',
    rows,
    labels,
    scores,
    item,
    items,
    store,
    stores,
    day,
    daysSeen,
    unitsADay: Float32Array.from(rateCode, (code) => (code === 0 ? NaN : rate.smallest * Math.exp(logRatio * (code - 1)))),
    price: Float32Array.from(priceCode, (code) => (code === 0 ? NaN : code * priceUnit)),
    groups: new Map([['category', { names: [...categories, ''], code: category }]]),
  }
}

/** JSON from UTF-8 bytes; null where it is none. */
export function jsonOrNull(bytes: Uint8Array | null): unknown {
  if (!bytes) return null
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return null
  }
}
