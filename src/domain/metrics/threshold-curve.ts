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

/**
 * Sorts scored and labelled rows into a curve. Label 1 is phantom, 0 is not. Rows whose score is
 * NaN (not scored) or whose label is neither 0 nor 1 (NaN: not known) are left out. Equal scores
 * become one step, so that the order of the rows never matters.
 *
 * The two classes are sorted apart with the engine's native float sort and then merged from the
 * top: no pairs, no comparator (one million rows: about a tenth of a second).
 */
export function buildThresholdCurve(scores: Float32Array, labels: Uint8Array | Float64Array): ThresholdCurve {
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores, ${labels.length} labels`)
  let positives = 0
  let negatives = 0
  for (let row = 0; row < scores.length; row++) {
    if (Number.isNaN(scores[row]!)) continue
    if (labels[row] === 1) positives++
    else if (labels[row] === 0) negatives++
  }

  const phantom = new Float32Array(positives)
  const sound = new Float32Array(negatives)
  let p = 0
  let n = 0
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!
    if (Number.isNaN(score)) continue
    if (labels[row] === 1) phantom[p++] = score
    else if (labels[row] === 0) sound[n++] = score
  }
  phantom.sort()
  sound.sort()

  const distinct = new Float32Array(positives + negatives)
  const truePositives = new Uint32Array(positives + negatives)
  const falsePositives = new Uint32Array(positives + negatives)
  let steps = 0
  p = positives - 1
  n = negatives - 1
  while (p >= 0 || n >= 0) {
    const score = n < 0 || (p >= 0 && phantom[p]! > sound[n]!) ? phantom[p]! : sound[n]!
    while (p >= 0 && phantom[p] === score) p--
    while (n >= 0 && sound[n] === score) n--
    distinct[steps] = score
    truePositives[steps] = positives - 1 - p
    falsePositives[steps] = negatives - 1 - n
    steps++
  }
  return {
    scores: distinct.slice(0, steps),
    truePositives: truePositives.slice(0, steps),
    falsePositives: falsePositives.slice(0, steps),
    positives,
    negatives,
  }
}
