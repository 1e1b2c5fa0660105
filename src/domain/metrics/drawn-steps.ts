import type { ThresholdCurve } from './threshold-curve'

/**
 * The steps of a curve that a picture needs: the first and the last, and between them each that is
 * the first to cross another line of an even grid in recall, or in the share of sound rows alerted.
 * Every one is a point of the exact curve, and none that is left out lies further than one cell from
 * its neighbour, along either axis: on 400 cells less than a line is wide. Rising; empty without a row.
 *
 * @param most about how many are wanted; at most one more comes
 */
export function drawnSteps(curve: ThresholdCurve, most: number): readonly number[] {
  const cells = Math.max(1, Math.floor((most - 1) / 2))
  const last = curve.scores.length - 1
  const steps: number[] = []
  let recallCell = -1
  let falseCell = -1
  for (let step = 0; step <= last; step++) {
    const recallNow = curve.positives === 0 ? 0 : Math.floor((curve.truePositives[step]! * cells) / curve.positives)
    const falseNow = curve.negatives === 0 ? 0 : Math.floor((curve.falsePositives[step]! * cells) / curve.negatives)
    if (recallNow > recallCell || falseNow > falseCell || step === last) {
      steps.push(step)
      recallCell = Math.max(recallCell, recallNow)
      falseCell = Math.max(falseCell, falseNow)
    }
  }
  return steps
}
