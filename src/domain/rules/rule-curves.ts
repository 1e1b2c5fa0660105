import { computeFeatureBlock } from '../features/compute-block'
import type { FeatureContext } from '../features/context'
import { stepsAt } from '../metrics/counts-at'
import { drawnSteps } from '../metrics/drawn-steps'
import { buildThresholdCurve, type ThresholdCurve } from '../metrics/threshold-curve'
import type { SeriesIndex } from '../table/extract-table'
import { rules } from './catalog'
import type { RuleCurve } from './rule-curve'
import { scoreRules } from './score-rules'

/** Steps kept of a rule's curve, about: enough for a picture, and little to send. */
const mostSteps = 400

/**
 * What every rule finds on the labelled rows of a table, rule after rule in catalogue order. Of a rule with
 * many distinct scores some 400 stand, with exact counts, the ends and the step at its threshold among them. Features are computed again, series by series: a second or so for a million rows, and 4 bytes a
 * labelled row and rule are held until the curves stand.
 *
 * @param labels one a row of the table: 1 phantom, 0 not, -1 unknown
 * @param pause called between series; where it gives a promise, that is awaited, so that others have their turn
 */
export async function ruleCurves(context: FeatureContext, labels: Int8Array, pause?: () => Promise<void> | undefined): Promise<readonly RuleCurve[]> {
  const { table } = context
  const known = Uint8Array.from(labels.filter((label) => label !== -1))
  const scores = rules.map(() => new Float32Array(known.length))
  let taken = 0
  for (let series = 0; series < table.seriesCount; series++) {
    const rows = labelledRows(labels, table.seriesStart[series]!, table.seriesStart[series + 1]!)
    if (rows.length === 0) continue
    takeScores(context, series, rows, scores, taken)
    taken += rows.length
    const waiting = pause?.()
    if (waiting) await waiting
  }
  return rules.map(({ id, name, threshold }, r) => ({ id, name, threshold, curve: thinned(buildThresholdCurve(scores[r]!, known), threshold) }))
}

/** Rows of a series whose label is known, counted from its start. */
function labelledRows(labels: Int8Array, start: number, end: number): number[] {
  const rows: number[] = []
  for (let row = start; row < end; row++) if (labels[row] !== -1) rows.push(row - start)
  return rows
}

/** Scores of the series' `rows` by every rule go to `out[r]` from `at` on; rows without an answer are below every answer. */
function takeScores(context: FeatureContext, series: SeriesIndex, rows: readonly number[], out: readonly Float32Array[], at: number): void {
  const block = computeFeatureBlock(context, series, series + 1)
  const whole = rules.map(() => new Float32Array(block.rowCount))
  scoreRules(context.table, block, whole, 0)
  whole.forEach((column, r) => {
    rows.forEach((row, i) => {
      const score = column[row]!
      out[r]![at + i] = score === score ? score : -Infinity
    })
  })
}

function thinned(curve: ThresholdCurve, threshold: number | null): ThresholdCurve {
  const { scores, truePositives, falsePositives } = curve
  if (scores.length <= mostSteps) return curve
  const kept = new Set(drawnSteps(curve, mostSteps))
  const alerting = threshold === null ? 0 : stepsAt(curve, threshold)
  if (alerting > 0) kept.add(alerting - 1)
  const steps = Uint32Array.from(kept).sort()
  return {
    ...curve,
    scores: Float32Array.from(steps, (step) => scores[step]!),
    truePositives: Uint32Array.from(steps, (step) => truePositives[step]!),
    falsePositives: Uint32Array.from(steps, (step) => falsePositives[step]!),
  }
}
