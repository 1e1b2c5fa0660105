import { countsAfter, stepsAt } from './counts-at'
import type { ThresholdCurve } from './threshold-curve'

/** Rows with from <= score < to (the last bin takes its upper end too), by label. */
export interface HistogramBin {
  readonly from: number
  readonly to: number
  readonly phantom: number
  readonly sound: number
}

/** Equal bins over probabilities from 0 to 1, lowest first. */
export function scoreHistogram(curve: ThresholdCurve, bins: number): readonly HistogramBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const atLeast = countsAfter(curve, stepsAt(curve, bin / bins))
    const above = bin === bins - 1 ? { tp: 0, fp: 0 } : countsAfter(curve, stepsAt(curve, (bin + 1) / bins))
    return { from: bin / bins, to: (bin + 1) / bins, phantom: atLeast.tp - above.tp, sound: atLeast.fp - above.fp }
  })
}
