/** What a model says where one feature is set to value after value and all else stays. */
import { featureCount, featureNames } from '../domain/features/catalog'
import type { FeatureContext } from '../domain/features/context'
import { chooseRows } from '../domain/insight/choose-rows'
import type { Dependence, DependenceQuestion } from '../domain/insight/insight-question'
import { summariseLines } from '../domain/insight/summarise-lines'
import { valueGrid } from '../domain/insight/value-grid'
import { valueSpread } from '../domain/insight/value-spread'
import type { BlockScoring } from './block-scorer'
import type { OnProgress } from './extract-session'
import { daysRead, eachTrial, gatherTried, rowsWorthTrying, scoreTried, type TriedModel } from './tried-rows'

/** Rows whose values say where to try, and how the feature lies. */
const rowsOfSpread = 1000
const mostValues = 20
const bins = 24
const mostLines = 30

/**
 * The feature is set on the row's own day alone; days before it, which a model that reads whole
 * series sees too, stay as they are. Last of all it is taken away.
 *
 * @param scores of the model that is asked of, per row of the table; they say which rows are tried
 */
export async function partialDependence(
  context: FeatureContext,
  question: Pick<DependenceQuestion, 'feature' | 'rows'>,
  model: TriedModel,
  scores: Float32Array,
  scorers: readonly BlockScoring[],
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Dependence> {
  const column = featureNames.indexOf(question.feature)
  if (column < 0) throw new RangeError(`No feature is called "${question.feature}".`)
  const known = gatherTried(context, chooseRows(context.table, scores, question.rows, rowsOfSpread), 1)
  const given = known.last.length > 0 ? Float32Array.from(known.last, (row) => known.values[row * featureCount + column]!) : new Float32Array(0)
  const values = valueGrid(given, mostValues)
  const tried = gatherTried(context, chooseRows(context.table, scores, question.rows, rowsWorthTrying(model)), daysRead(model))
  const rows = tried.last.length

  // One trial a value, and one with the feature missing.
  const trials: Float32Array[] = []
  const count = rows === 0 ? 0 : values.length + 1
  await eachTrial(
    scorers,
    count,
    signal,
    (done) => onProgress({ step: 'scoring', fraction: done / count, rowsDone: done * rows, rowsToDo: count * rows }),
    async (scorer, at) => {
      const changed = tried.values.slice()
      for (const day of tried.last) changed[day * featureCount + column] = values[at] ?? NaN
      trials[at] = await scoreTried(scorer, model, tried, changed)
    },
  )
  const summaries = Array.from(values, (_, at) => summariseLines(trials[at] ?? new Float32Array(0)))
  const drawn = Math.min(mostLines, rows)
  return {
    kind: 'dependence',
    rows,
    values,
    mean: Float64Array.from(summaries, ({ mean }) => mean),
    low: Float64Array.from(summaries, ({ low }) => low),
    high: Float64Array.from(summaries, ({ high }) => high),
    lines: Array.from({ length: drawn }, (_, line) => {
      const row = Math.floor(((line + 0.5) * rows) / drawn)
      return Float32Array.from(values, (_value, at) => trials[at]?.[row] ?? NaN)
    }),
    whereMissing: summariseLines(trials[values.length] ?? new Float32Array(0)).mean,
    spread: valueSpread(given, values[0] ?? 0, values.at(-1) ?? 0, bins),
  }
}
