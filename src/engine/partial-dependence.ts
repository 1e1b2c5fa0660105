/** What a model says where one feature, or one column that a pipeline reads, is set to value after value and all else stays. */
import type { FeatureContext } from '../domain/features/context'
import { chooseRows, scoresToChoose } from '../domain/insight/choose-rows'
import { commonTexts, textSpread } from '../domain/insight/common-texts'
import type { Dependence, DependenceQuestion } from '../domain/insight/insight-question'
import { summariseLines } from '../domain/insight/summarise-lines'
import { valueGrid } from '../domain/insight/value-grid'
import { valueSpread } from '../domain/insight/value-spread'
import type { BlockScoring } from './block-scorer'
import type { OnProgress } from './extract-session'
import { evidenceNamed, evidenceOf, withValue } from './other-evidence'
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
  const source = evidenceNamed(model, question.feature)
  const choosing = scoresToChoose(context.table, context.demand.rate, scores, question.rows)
  const known = gatherTried(context, chooseRows(context.table, choosing, question.rows, rowsOfSpread), 1, model.models)
  const given = evidenceOf(known, source)
  const texts = given instanceof Float64Array ? null : commonTexts(given, mostValues)
  const values = given instanceof Float64Array ? valueGrid(given, mostValues) : Float64Array.from(texts!.keys())
  const tried = gatherTried(context, chooseRows(context.table, choosing, question.rows, rowsWorthTrying(model)), daysRead(model), model.models)
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
      trials[at] = await scoreTried(scorer, model, tried, withValue(tried, source, texts ? (texts[at] ?? '') : (values[at] ?? NaN)))
    },
  )
  const summaries = Array.from(values, (_, at) => summariseLines(trials[at] ?? new Float32Array(0)))
  const drawn = Math.min(mostLines, rows)
  return {
    kind: 'dependence',
    rows,
    values,
    texts,
    mean: Float64Array.from(summaries, ({ mean }) => mean),
    low: Float64Array.from(summaries, ({ low }) => low),
    high: Float64Array.from(summaries, ({ high }) => high),
    lines: Array.from({ length: drawn }, (_, line) => {
      const row = Math.floor(((line + 0.5) * rows) / drawn)
      return Float32Array.from(values, (_value, at) => trials[at]?.[row] ?? NaN)
    }),
    whereMissing: summariseLines(trials[values.length] ?? new Float32Array(0)).mean,
    spread: given instanceof Float64Array ? valueSpread(given, values[0] ?? 0, values.at(-1) ?? 0, bins) : textSpread(given, texts!),
  }
}
