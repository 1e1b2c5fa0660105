import { spread } from '../metrics/spread'
import type { ThresholdCurve } from '../metrics/threshold-curve'
import { solutionAt, type ThresholdSolution } from '../metrics/threshold-solution'
import { clusteredShare } from './clustered-share'
import { itemCountsAt } from './item-counts'
import type { RankedModel } from './ranked-model'

/**
 * Thresholds tried in the first pass. The bound moves far more slowly than one of so many cells is
 * wide: at one million rows a cell is some thousand alerts, a hundredth of all or less.
 */
const cells = 256

/**
 * The threshold with most recall whose precision is at least `floor` even at its lower 95 % bound
 * (`atLeast` of `clusteredShare`); of thresholds that find as much, the one with fewest alerts. In
 * simulated samples of 500 store-items with a floor of .8 the true precision at this threshold was as
 * high as asked in 98 of 100; at the threshold by the estimate alone in 54 of 100.
 *
 * The bound lies below the estimate, so that only thresholds are looked at whose estimate reaches the
 * floor. Of these, `cells` evenly spaced ones are tried, then every distinct score in the cell after the
 * widest that held: exact wherever there are no more than `cells` of them, and else unless the bound
 * rises above the floor again within a single later cell. Where none holds: the threshold with the highest bound
 * of all, with `reached` false, whatever its estimate is: one that stands on a few lucky alerts is no near thing
 * (exact up to `cells` distinct scores; of more, the highest of those tried). Null without a phantom row.
 */
export function highestRecallAtBound({ curve, byItem }: RankedModel, floor: number): ThresholdSolution | null {
  if (curve.positives === 0) return null
  const bound = (step: number): number => {
    const { tp, fp } = itemCountsAt(byItem, curve.scores[step]!)
    return clusteredShare(tp, fp).atLeast
  }
  const hopeful: number[] = []
  for (let step = 0; step < curve.scores.length; step++) {
    const tp = curve.truePositives[step]!
    if (tp / (tp + curve.falsePositives[step]!) >= floor) hopeful.push(step)
  }
  const tried = spread(hopeful.length, cells).map((at) => ({ at, value: bound(hopeful[at]!) }))
  const widest = tried.findLastIndex(({ value }) => value >= floor)
  if (widest >= 0) {
    const from = tried[widest]!.at
    const to = tried[widest + 1]?.at ?? from
    let best = from
    for (let at = to - 1; at > from; at--) {
      if (bound(hopeful[at]!) >= floor) {
        best = at
        break
      }
    }
    return solutionAt(curve, fewestAlerts(curve, hopeful[best]!, (step) => bound(step) >= floor), true)
  }
  return solutionAt(curve, highestBound(curve.scores.length, bound), false)
}

/** The step with the highest bound: the best of `cells` evenly spaced ones, then of as many between its neighbours. The later one of equals. */
function highestBound(steps: number, bound: (step: number) => number): number {
  let [from, to] = [0, steps - 1]
  let best = { step: to, value: -1 }
  for (let pass = 0; pass < 2; pass++) {
    const tried = spread(to - from + 1, cells).map((at) => ({ step: from + at, value: bound(from + at) }))
    for (const one of tried) if (one.value >= best.value) best = one
    const at = tried.findIndex(({ step }) => step === best.step)
    if (at < 0) break
    ;[from, to] = [tried[at - 1]?.step ?? from, tried[at + 1]?.step ?? to]
  }
  return best.step
}

/** Of the steps up to `step` that find just as much: the first that holds. */
function fewestAlerts({ truePositives }: ThresholdCurve, step: number, holds: (step: number) => boolean): number {
  let first = step
  while (first > 0 && truePositives[first - 1] === truePositives[step]) first--
  while (first < step && !holds(first)) first++
  return first
}
