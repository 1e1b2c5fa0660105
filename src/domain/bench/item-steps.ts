import { stepsAt } from '../metrics/counts-at'
import type { ThresholdCurve } from '../metrics/threshold-curve'
import type { ItemScores } from './item-counts'

/** Where every row of every store-item stands on the curve of them all: the index of its score's step, laid out as the scores are. */
export interface ItemSteps {
  readonly phantom: Uint32Array
  readonly sound: Uint32Array
}

/** One bisection a row; `curve` must be of the very rows of `byItem`. */
export function itemSteps(curve: ThresholdCurve, { phantom, sound }: ItemScores): ItemSteps {
  const stepsOf = (scores: Float32Array): Uint32Array => {
    const steps = new Uint32Array(scores.length)
    for (let at = 0; at < scores.length; at++) steps[at] = stepsAt(curve, scores[at]!) - 1
    return steps
  }
  return { phantom: stepsOf(phantom), sound: stepsOf(sound) }
}
