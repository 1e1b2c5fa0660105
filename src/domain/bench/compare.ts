import { countsAt, type ConfusionCounts } from '../metrics/counts-at'
import { mostAlertsWithin } from '../metrics/most-alerts-within'
import { clusteredShare, type SureShare } from './clustered-share'
import { itemCountsAt } from './item-counts'
import type { MeasuredRows } from './measured-rows'
import { rankedModel } from './ranked-model'

export interface CompareQuestion {
  /** Models to compare, with the threshold of each. */
  readonly models: readonly { readonly model: string; readonly threshold: number }[]
  /** `own`: each at its threshold. `equal`: each with as many alerts as the model `like` raises at its own, or as near below as ties allow. */
  readonly at: 'own' | { readonly like: string }
}

export interface ComparedModel {
  readonly model: string
  /** The threshold that it is compared at. */
  readonly threshold: number
  readonly counts: ConfusionCounts
  readonly precision: SureShare
  readonly recall: SureShare
}

/** Rows that are alerts of some model, and how many of them are phantom. */
export interface AlertedRows {
  readonly alerts: number
  readonly phantom: number
  /** Share of them that is phantom. */
  readonly precision: SureShare
}

/** The alerts of two models, by whose they are. */
export interface ComparedPair {
  readonly a: string
  readonly b: string
  readonly both: AlertedRows
  readonly onlyA: AlertedRows
  readonly onlyB: AlertedRows
  /** Alerts of both over alerts of either (Jaccard 1901), 0 to 1; NaN where neither has any. */
  readonly overlap: number
}

export interface Comparison {
  /** Rows that all of the models have scored: these alone are compared. */
  readonly rows: number
  /** In the order asked; models without a scored row here are left out. */
  readonly models: readonly ComparedModel[]
  readonly pairs: readonly ComparedPair[]
}

/**
 * Study `compare`: models side by side, and which alerts each two of them share. A row is an alert where its
 * score reaches the threshold as float32, as in the alert table.
 */
export function compare(rows: MeasuredRows, { models, at }: CompareQuestion): Comparison {
  const present = models.filter(({ model }) => (rankedModel(rows, model)?.curve.scores.length ?? 0) > 0)
  const common = scoredByAll(rows, present.map(({ model }) => model))
  const compared = at === 'own' ? present : atEqualWorkload(common, present, at.like)
  const [first] = compared
  const curve = first && rankedModel(common, first.model)?.curve
  return {
    rows: curve ? curve.positives + curve.negatives : 0,
    models: compared.flatMap(({ model, threshold }) => comparedModel(common, model, threshold) ?? []),
    pairs: compared.flatMap((a, i) => compared.slice(i + 1).map((b) => comparePair(common, a, b))),
  }
}

interface ModelAt {
  readonly model: string
  readonly threshold: number
}

/** Each model at the lowest threshold that raises no more alerts than the model `like` does; unchanged where that one is not here. */
function atEqualWorkload(rows: MeasuredRows, models: readonly ModelAt[], like: string): readonly ModelAt[] {
  const level = models.find(({ model }) => model === like)
  const levelCurve = level && rankedModel(rows, level.model)?.curve
  if (!levelCurve) return models
  const { tp, fp } = countsAt(levelCurve, level.threshold)
  return models.map((one) => {
    const curve = one === level ? null : rankedModel(rows, one.model)?.curve
    const solution = curve && mostAlertsWithin(curve, tp + fp)
    if (!solution) return one
    // Above every score: none of its alerts fits into so few checks.
    return { model: one.model, threshold: solution.reached ? solution.threshold : 1.01 }
  })
}

function comparedModel(rows: MeasuredRows, model: string, threshold: number): ComparedModel | null {
  const ranked = rankedModel(rows, model)
  if (!ranked) return null
  const { tp, fp, fn } = itemCountsAt(ranked.byItem, threshold)
  return { model, threshold, counts: countsAt(ranked.curve, threshold), precision: clusteredShare(tp, fp), recall: clusteredShare(tp, fn) }
}

function comparePair(rows: MeasuredRows, a: ModelAt, b: ModelAt): ComparedPair {
  const [scoresA, scoresB] = [rows.scores.get(a.model), rows.scores.get(b.model)]
  const [cutA, cutB] = [Math.fround(a.threshold), Math.fround(b.threshold)]
  // By whose alert a row is (1 of a, 2 of b, 3 of both): phantom rows and others by store-item.
  const tally = [1, 2, 3].map(() => ({ phantom: new Uint32Array(rows.items), sound: new Uint32Array(rows.items) }))
  for (let row = 0; row < rows.rows; row++) {
    const whose = Number(scoresA![row]! >= cutA) + 2 * Number(scoresB![row]! >= cutB)
    if (whose === 0) continue
    const { phantom, sound } = tally[whose - 1]!
    const side = rows.labels[row] === 1 ? phantom : sound
    side[rows.item[row]!]!++
  }
  const [onlyA, onlyB, both] = tally.map(({ phantom, sound }) => alertedRows(phantom, sound))
  return { a: a.model, b: b.model, both: both!, onlyA: onlyA!, onlyB: onlyB!, overlap: both!.alerts / (both!.alerts + onlyA!.alerts + onlyB!.alerts) }
}

function alertedRows(phantom: Uint32Array, sound: Uint32Array): AlertedRows {
  const total = phantom.reduce((sum, count) => sum + count, 0)
  return { alerts: total + sound.reduce((sum, count) => sum + count, 0), phantom: total, precision: clusteredShare(phantom, sound) }
}

const commonOf = new WeakMap<MeasuredRows, Map<string, MeasuredRows>>()

/** The rows with the scores of those taken out that some of the models has not scored; the same object at the next question, so that what is sorted stays sorted. */
function scoredByAll(rows: MeasuredRows, models: readonly string[]): MeasuredRows {
  const known = commonOf.get(rows) ?? new Map<string, MeasuredRows>()
  commonOf.set(rows, known)
  const key = models.join(' ')
  const standing = known.get(key)
  if (standing) return standing
  const scores = models.flatMap((model) => rows.scores.get(model) ?? [])
  const complete = new Uint8Array(rows.rows)
  let partly = 0
  for (let row = 0; row < rows.rows; row++) {
    let given = 0
    for (const column of scores) if (!Number.isNaN(column[row]!)) given++
    if (given === scores.length) complete[row] = 1
    else if (given > 0) partly++
  }
  const made = partly > 0 ? { ...rows, scores: new Map(models.map((model, i) => [model, scores[i]!.map((score, row) => (complete[row] === 1 ? score : NaN))])) } : rows
  known.set(key, made)
  return made
}
