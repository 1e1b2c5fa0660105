/**
 * How much scores tell of the share of phantom rows, against the true labels of the same rows: 1 as
 * much, 0 nothing. The Fisher information of the share in the mixture of both kinds of rows, mean of
 * ((r - 1) / (1 + share (r - 1)))^2, times share (1 - share), one over that of labels.
 *
 * @param ratios likelihood ratios, one a group of rows
 * @param rows how many rows each group has; at least one row in all
 * @param share above 0 and below 1
 */
export function informationShare(ratios: Float64Array, rows: Float64Array, share: number): number {
  let sum = 0
  let total = 0
  for (let k = 0; k < ratios.length; k++) {
    const pull = (ratios[k]! - 1) / (1 + share * (ratios[k]! - 1))
    sum += rows[k]! * pull * pull
    total += rows[k]!
  }
  return (sum / total) * share * (1 - share)
}
