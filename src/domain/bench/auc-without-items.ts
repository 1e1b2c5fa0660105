import type { ThresholdCurve } from '../metrics/threshold-curve'
import type { ItemScores } from './item-counts'
import type { ItemSteps } from './item-steps'

/**
 * The area under the ROC curve without each store-item in turn, exactly: the pairs of a phantom and a
 * sound row that are ranked rightly (a tie is half a pair), less those with a row of the item, which
 * the rows' places on the curve give; pairs within the item, taken off twice, are put back.
 *
 * @returns one entry a store-item, 0 to 1; NaN where nothing is left of a class
 */
export function aucWithoutItems({ truePositives, falsePositives, positives, negatives }: ThresholdCurve, byItem: ItemScores, steps: ItemSteps): Float64Array {
  const { items, phantomStart, soundStart } = byItem
  const before = (counts: Uint32Array, step: number): number => (step === 0 ? 0 : counts[step - 1]!)
  const withPhantom = new Float64Array(items)
  const withSound = new Float64Array(items)
  let right = 0
  for (let i = 0; i < items; i++) {
    for (let row = phantomStart[i]!; row < phantomStart[i + 1]!; row++) {
      const step = steps.phantom[row]!
      withPhantom[i]! += negatives - (falsePositives[step]! + before(falsePositives, step)) / 2
    }
    for (let row = soundStart[i]!; row < soundStart[i + 1]!; row++) {
      const step = steps.sound[row]!
      withSound[i]! += (truePositives[step]! + before(truePositives, step)) / 2
    }
    right += withPhantom[i]!
  }
  return Float64Array.from({ length: items }, (_, i) => {
    const pairs = (positives - (phantomStart[i + 1]! - phantomStart[i]!)) * (negatives - (soundStart[i + 1]! - soundStart[i]!))
    return (right - withPhantom[i]! - withSound[i]! + rightWithin(byItem, i)) / pairs
  })
}

/** Pairs within one item that are ranked rightly. Both classes rise, so one walk does. */
function rightWithin({ phantom, phantomStart, sound, soundStart }: ItemScores, i: number): number {
  const end = soundStart[i + 1]!
  let right = 0
  let below = soundStart[i]!
  let reached = soundStart[i]!
  for (let row = phantomStart[i]!; row < phantomStart[i + 1]!; row++) {
    while (below < end && sound[below]! < phantom[row]!) below++
    while (reached < end && sound[reached]! <= phantom[row]!) reached++
    right += (below + reached) / 2 - soundStart[i]!
  }
  return right
}
