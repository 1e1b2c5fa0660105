/** What a model leans on: how far its score moves where one kind of evidence is that of another item. */
import { evidenceGroups, groupOfFeature } from '../domain/explain/evidence-groups'
import { logOdds } from '../domain/explain/log-odds'
import { featureCount, featureNames } from '../domain/features/catalog'
import type { FeatureContext } from '../domain/features/context'
import { chooseRows } from '../domain/insight/choose-rows'
import type { Reliance, RelianceEntry, RowChoice } from '../domain/insight/insight-question'
import { averagePrecision } from '../domain/metrics/average-precision'
import { buildThresholdCurve } from '../domain/metrics/threshold-curve'
import { knownLabels } from '../domain/table/known-labels'
import type { BlockScoring } from './block-scorer'
import type { OnProgress } from './extract-session'
import { daysRead, eachTrial, gatherTried, rowsWorthTrying, scoreTried, type TriedModel, type TriedRows } from './tried-rows'

/** How often each kind of evidence is exchanged, each time for that of other rows. */
const exchanges = 3

/** A kind of evidence: its columns are exchanged together. */
interface Part {
  readonly key: string
  readonly columns: readonly number[]
}

/**
 * Every row is given the evidence of another row of the extract, of one kind at a time and all its
 * days at once, three times over. Which rows are exchanged follows from their places alone, so that
 * the same question gives the same answer.
 *
 * @param scores of the model that is asked of, per row of the table; they say which rows are tried
 */
export async function reliance(
  context: FeatureContext,
  choice: RowChoice,
  model: TriedModel,
  scores: Float32Array,
  scorers: readonly BlockScoring[],
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Reliance> {
  const most = rowsWorthTrying(model)
  const days = daysRead(model)
  const { rows, labels } = rowsToTry(context, choice, scores, most)
  const tried = gatherTried(context, rows, days)
  const others = gatherTried(context, chooseRows(context.table, scores, { kind: 'all' }, most), days)
  const parts = [...groupParts, ...(days > 1 ? [] : featureParts)]
  const sums = parts.map(() => ({ moved: 0, shift: 0, precision: 0 }))
  const count = rows.length === 0 || scorers.length === 0 ? 0 : parts.length * exchanges
  const before = scorers[0] && rows.length > 0 ? await scoreTried(scorers[0], model, tried, tried.values.slice()) : new Float32Array(rows.length)
  await eachTrial(
    scorers,
    count,
    signal,
    (done) => onProgress({ step: 'scoring', fraction: done / count, rowsDone: done * rows.length, rowsToDo: count * rows.length }),
    async (scorer, at) => {
      const part = Math.floor(at / exchanges)
      const changed = exchanged(tried, others, parts[part]!.columns, (at % exchanges) + 1)
      const after = await scoreTried(scorer, model, tried, changed)
      const sum = sums[part]!
      for (let row = 0; row < after.length; row++) {
        const step = logOdds(after[row]!) - logOdds(before[row]!)
        sum.moved += Math.abs(step)
        sum.shift += step
      }
      if (labels) sum.precision += averagePrecision(buildThresholdCurve(after, labels))
    },
  )
  const whole = labels && averagePrecision(buildThresholdCurve(before, labels))
  const entries = parts.map(({ key }, part): RelianceEntry => {
    const { moved, shift, precision } = sums[part]!
    const trials = exchanges * rows.length
    return { key, moved: moved / trials, shift: shift / trials, precisionLost: whole === null ? null : whole - precision / exchanges }
  })
  const strongestFirst = (list: readonly RelianceEntry[]) => (count === 0 ? [] : list.toSorted((a, b) => b.moved - a.moved))
  return {
    kind: 'reliance',
    rows: rows.length,
    phantom: labels && labels.reduce((sum, label) => sum + label, 0),
    groups: strongestFirst(entries.slice(0, groupParts.length)),
    features: strongestFirst(entries.slice(groupParts.length)),
  }
}

const groupParts: readonly Part[] = evidenceGroups.map(({ id }, group) => ({ key: id, columns: featureNames.flatMap((_, column) => (groupOfFeature[column] === group ? [column] : [])) }))
const featureParts: readonly Part[] = featureNames.map((key, column) => ({ key, columns: [column] }))

/**
 * Rows as chosen; where the extract says of enough candidates what they are, and all are asked for,
 * as many phantom ones as others, so that what is lost on them can be measured.
 */
function rowsToTry({ table }: FeatureContext, choice: RowChoice, scores: Float32Array, most: number): { readonly rows: Int32Array; readonly labels: Float64Array | null } {
  const known = choice.kind === 'all' ? knownLabels(table) : null
  const among = (label: number) => scores.map((score, row) => (known?.labels[row] === label ? score : NaN))
  const [sound, phantom] = known ? [0, 1].map((label) => chooseRows(table, among(label), choice, most / 2)) : []
  if (!known || !sound || !phantom || sound.length < fewestOfEach || phantom.length < fewestOfEach) return { rows: chooseRows(table, scores, choice, most), labels: null }
  const rows = Int32Array.from([...sound, ...phantom]).sort()
  return { rows, labels: Float64Array.from(rows, (row) => known.labels[row]!) }
}

/** Fewer phantom rows, or others, say nothing about what is lost on them. */
const fewestOfEach = 20

/** The rows' days with some columns taken from other rows: the day before the judged one from the other's day before, and so on; where the other is shorter, its first day stands for all before. */
function exchanged(tried: TriedRows, others: TriedRows, columns: readonly number[], turn: number): Float32Array {
  const out = tried.values.slice()
  const rows = tried.last.length
  const count = others.last.length
  for (let row = 0; row < rows; row++) {
    const other = (Math.floor((row * count) / rows) + Math.floor((turn * count) / (exchanges + 1))) % count
    for (let day = tried.start[row]!; day < tried.start[row + 1]!; day++) {
      const from = Math.max(others.start[other]!, others.last[other]! - (tried.last[row]! - day))
      for (const column of columns) out[day * featureCount + column] = others.values[from * featureCount + column]!
    }
  }
  return out
}
