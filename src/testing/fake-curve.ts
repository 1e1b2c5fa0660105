/** A curve of two steps over 1,200 rows, four of them phantom: small enough to reckon in the head. */
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'

export const fakeCurve: ThresholdCurve = {
  scores: Float32Array.of(0.875, 0.5),
  truePositives: Uint32Array.of(3, 4),
  falsePositives: Uint32Array.of(1, 8),
  positives: 4,
  negatives: 1196,
}
