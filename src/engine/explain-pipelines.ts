/** What each column that a pipeline reads adds to its score of one row, against a typical row of the extract. */
import { columnAttribution, mostColumns, type ColumnAttribution } from '../domain/explain/column-attribution'
import { featureCount, featureNames } from '../domain/features/catalog'
import type { FeatureContext } from '../domain/features/context'
import { chooseRows } from '../domain/insight/choose-rows'
import { commonTexts } from '../domain/insight/common-texts'
import { gatherFields } from '../domain/pipelines/gather-fields'
import { sourceKey, type ColumnSource } from '../domain/pipelines/pipeline-spec'
import type { RowIndex } from '../domain/table/extract-table'
import type { BlockScoring } from './block-scorer'
import { fieldsOf, type ScoringModel } from './model-bytes'
import { evidenceOf } from './other-evidence'
import { gatherTried, type TriedRows } from './tried-rows'

/** Rows whose middle is typical. */
const rowsOfTypical = 200

/** Where a column's own value stands and what is typical of it. */
interface Played {
  readonly source: ColumnSource
  readonly own: number | string
  readonly typical: number | string
}

/**
 * By id of the pipelines among `models`, so far as their scores can be shared out: of one that reads more
 * than `mostColumns` columns, or does not score the row with some of them typical, there is none.
 *
 * @param scores per row of the table, by model; they say which rows are typical
 */
export async function explainPipelines(
  context: FeatureContext,
  row: RowIndex,
  scorer: Pick<BlockScoring, 'score'>,
  models: readonly ScoringModel[],
  scores: ReadonlyMap<string, Float32Array>,
): Promise<Readonly<Record<string, ColumnAttribution>>> {
  const given: Record<string, ColumnAttribution> = {}
  for (const model of models) {
    const { id, sources } = model
    const ofModel = scores.get(id)
    if (!sources || sources.length > mostColumns || !ofModel || Number.isNaN(ofModel[row]!)) continue
    const own = gatherRead(context, Int32Array.of(row), model)
    const known = gatherRead(context, chooseRows(context.table, ofModel, { kind: 'all' }, rowsOfTypical), model)
    const played = sources.map((source): Played => ({ source, own: evidenceOf(own, source)[0]!, typical: typicalOf(known, source) }))
    const attribution = columnAttribution(id, sources.map(sourceKey), await scoreCoalitions(own, played, id, scorer))
    if (attribution) given[id] = attribution
  }
  return given
}

/** Rows with what the pipeline reads of them; features, which take longest, only where it reads one. */
function gatherRead(context: FeatureContext, rows: Int32Array, model: ScoringModel): TriedRows {
  if (model.sources?.some(({ kind }) => kind === 'feature')) return gatherTried(context, rows, 1, [model])
  return { values: new Float32Array(0), start: new Int32Array(rows.length + 1), last: Int32Array.from(rows.keys()), columns: gatherFields(context.table, 0, rows, fieldsOf([model]) ?? []) }
}

/** The middle of the rows (of two, the lower: a value that some row has), missing where most miss it; of texts the most frequent. */
function typicalOf(known: TriedRows, source: ColumnSource): number | string {
  const values = evidenceOf(known, source)
  if (!(values instanceof Float64Array)) return commonTexts(values, 1)[0] ?? ''
  const there = values.filter((value) => !Number.isNaN(value)).sort()
  return there.length * 2 < values.length ? NaN : (there[(there.length - 1) >> 1] ?? NaN)
}

/** One probability a coalition: in coalition c, bit k says whether column k is the row's own. */
async function scoreCoalitions(own: TriedRows, played: readonly Played[], model: string, scorer: Pick<BlockScoring, 'score'>): Promise<Float32Array> {
  const rows = Int32Array.from({ length: 1 << played.length }, (_, coalition) => coalition)
  const values = new Float32Array(rows.length * featureCount)
  for (const row of rows) values.set(own.values, row * featureCount)
  const fields = played.flatMap(({ source, own: mine, typical }, k) => {
    const all = Array.from(rows, (row) => ((row & (1 << k)) === 0 ? typical : mine))
    if (source.kind === 'field') return [[source.field, typeof mine === 'string' ? all.map(String) : Float64Array.from(all, Number)] as const]
    const column = featureNames.indexOf(source.feature)
    all.forEach((value, row) => {
      values[row * featureCount + column] = Number(value)
    })
    return []
  })
  const scores = await scorer.score({ values, seriesStart: Int32Array.of(0, rows.length), models: [model], rows, columns: Object.fromEntries(fields), withSeries: false })
  return scores[model] ?? new Float32Array(rows.length).fill(NaN)
}
