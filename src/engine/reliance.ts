/** What a model leans on: how far its score moves where one kind of evidence is that of another item. */
import { evidenceGroups, groupOfFeature } from '../domain/explain/evidence-groups'
import { logOdds } from '../domain/explain/log-odds'
import { featureCount, featureNames } from '../domain/features/catalog'
import type { FeatureContext } from '../domain/features/context'
import { chooseRows, scoresToChoose } from '../domain/insight/choose-rows'
import type { Reliance, RelianceEntry, RowChoice } from '../domain/insight/insight-question'
import { averagePrecision } from '../domain/metrics/average-precision'
import { buildThresholdCurve } from '../domain/metrics/threshold-curve'
import { sourceKey, type ColumnSource } from '../domain/pipelines/pipeline-spec'
import { knownLabels } from '../domain/table/known-labels'
import type { BlockScoring } from './block-scorer'
import type { OnProgress } from './extract-session'
import { withFieldsOf } from './other-evidence'
import { daysRead, eachTrial, gatherTried, rowsWorthTrying, scoreTried, type TriedModel, type TriedRows, type TriedValues } from './tried-rows'

/** How often each kind of evidence is exchanged, each time for that of other rows. */
const exchanges = 3

/** A kind of evidence: its features, or the columns that a pipeline reads, are exchanged together. */
interface Part {
  readonly key: string
  readonly sources: readonly ColumnSource[]
}

/**
 * Every row is given the evidence of another row of the extract, of one kind at a time and all its
 * days at once, three times over. Which rows are exchanged follows from their places alone, so that
 * the same question gives the same answer. Rows that a pipeline does not score with what they are given
 * are left out of the figures of that exchange.
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
  const tried = gatherTried(context, rows, days, model.models)
  const others = gatherTried(context, chooseRows(context.table, scores, { kind: 'all' }, most), days, model.models)
  const { groups, singles } = partsOf(model)
  const parts = [...groups, ...singles]
  const sums = parts.map(() => ({ moved: 0, shift: 0, rows: 0, precisionLost: 0 }))
  const count = rows.length === 0 || scorers.length === 0 ? 0 : parts.length * exchanges
  const before = scorers[0] && rows.length > 0 ? await scoreTried(scorers[0], model, tried, { values: tried.values.slice(), columns: tried.columns }) : new Float32Array(rows.length)
  await eachTrial(
    scorers,
    count,
    signal,
    (done) => onProgress({ step: 'scoring', fraction: done / count, rowsDone: done * rows.length, rowsToDo: count * rows.length }),
    async (scorer, at) => {
      const part = Math.floor(at / exchanges)
      const changed = exchanged(tried, others, parts[part]!.sources, (at % exchanges) + 1)
      const after = await scoreTried(scorer, model, tried, changed)
      const sum = sums[part]!
      for (let row = 0; row < after.length; row++) {
        const step = logOdds(after[row]!) - logOdds(before[row]!)
        if (Number.isNaN(step)) continue
        sum.moved += Math.abs(step)
        sum.shift += step
        sum.rows++
      }
      if (labels) sum.precisionLost += averagePrecision(buildThresholdCurve(scoredBoth(before, after), labels)) - averagePrecision(buildThresholdCurve(after, labels))
    },
  )
  const entries = parts.map(({ key }, part): RelianceEntry => {
    const { moved, shift, rows: compared, precisionLost } = sums[part]!
    return { key, moved: moved / compared, shift: shift / compared, precisionLost: labels && precisionLost / exchanges }
  })
  // Where no row is scored after an exchange nothing is known: that stands last.
  const strength = ({ moved }: RelianceEntry) => (Number.isNaN(moved) ? -1 : moved)
  const strongestFirst = (list: readonly RelianceEntry[]) => (count === 0 ? [] : list.toSorted((a, b) => strength(b) - strength(a)))
  return {
    kind: 'reliance',
    rows: rows.length,
    phantom: labels && labels.reduce((sum, label) => sum + label, 0),
    groups: strongestFirst(entries.slice(0, groups.length)),
    features: strongestFirst(entries.slice(groups.length)),
  }
}

const featureParts: readonly Part[] = featureNames.map((feature) => ({ key: feature, sources: [{ kind: 'feature', feature }] }))
const groupParts: readonly Part[] = evidenceGroups.map(({ id }, group) => ({ key: id, sources: featureParts.flatMap(({ sources }, column) => (groupOfFeature[column] === group ? sources : [])) }))

/** A pipeline is asked column by column, and a model that reads whole series by groups alone, as every exchange takes long. */
function partsOf(model: TriedModel): { readonly groups: readonly Part[]; readonly singles: readonly Part[] } {
  const read = model.models.flatMap(({ sources = [] }) => sources)
  if (read.length > 0) return { groups: [], singles: read.map((source) => ({ key: sourceKey(source), sources: [source] })) }
  return { groups: groupParts, singles: daysRead(model) > 1 ? [] : featureParts }
}

/** Scores of the rows that have one after the exchange too. */
const scoredBoth = (before: Float32Array, after: Float32Array) => before.map((score, row) => (Number.isNaN(after[row]!) ? NaN : score))

/**
 * Rows as chosen; where the extract says of enough candidates what they are, and all are asked for,
 * as many phantom ones as others, so that what is lost on them can be measured.
 */
function rowsToTry({ table, demand }: FeatureContext, choice: RowChoice, scores: Float32Array, most: number): { readonly rows: Int32Array; readonly labels: Float64Array | null } {
  const known = choice.kind === 'all' ? knownLabels(table) : null
  const among = (label: number) => scores.map((score, row) => (known?.labels[row] === label ? score : NaN))
  const [sound, phantom] = known ? [0, 1].map((label) => chooseRows(table, among(label), choice, most / 2)) : []
  if (!known || !sound || !phantom || sound.length < fewestOfEach || phantom.length < fewestOfEach) return { rows: chooseRows(table, scoresToChoose(table, demand.rate, scores, choice), choice, most), labels: null }
  const rows = Int32Array.from([...sound, ...phantom]).sort()
  return { rows, labels: Float64Array.from(rows, (row) => known.labels[row]!) }
}

/** Fewer phantom rows, or others, say nothing about what is lost on them. */
const fewestOfEach = 20

/** The rows' days with some evidence taken from other rows: the day before the judged one from the other's day before, and so on; where the other is shorter, its first day stands for all before. */
function exchanged(tried: TriedRows, others: TriedRows, sources: readonly ColumnSource[], turn: number): TriedValues {
  const out = tried.values.slice()
  const rows = tried.last.length
  const count = others.last.length
  const columns = sources.flatMap((source) => (source.kind === 'feature' ? [featureNames.indexOf(source.feature)] : []))
  const given = Int32Array.from(tried.last, (_, row) => (Math.floor((row * count) / rows) + Math.floor((turn * count) / (exchanges + 1))) % count)
  for (let row = 0; row < rows; row++) {
    const other = given[row]!
    for (let day = tried.start[row]!; day < tried.start[row + 1]!; day++) {
      const from = Math.max(others.start[other]!, others.last[other]! - (tried.last[row]! - day))
      for (const column of columns) out[day * featureCount + column] = others.values[from * featureCount + column]!
    }
  }
  return { values: out, columns: withFieldsOf(tried.columns, others.columns, sources, given) }
}
