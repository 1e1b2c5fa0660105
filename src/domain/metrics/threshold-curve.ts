/**
 * Exact threshold arithmetic over every distinct score: one sort, prefix sums, then any
 * threshold by bisection.
 */

/**
 * Distinct scores in falling order with cumulative counts: at threshold `scores[i]` the alerts
 * are the rows with score >= scores[i], of which `truePositives[i]` are phantom.
 */
export interface ThresholdCurve {
  readonly scores: Float32Array
  readonly truePositives: Uint32Array
  readonly falsePositives: Uint32Array
  readonly positives: number
  readonly negatives: number
}
