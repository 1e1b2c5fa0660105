/**
 * Standard error of a figure by leaving out one store-item at a time (jackknife; Tukey 1958):
 * sqrt((n - 1) / n x sum of squared deviations of the n figures from their mean).
 *
 * @param length number of store-items to look at
 * @param shiftWithout how far the figure moves without item i; NaN for an item that has no part in it
 * @returns NaN with no item
 */
export function leaveOneOutError(length: number, shiftWithout: (i: number) => number): number {
  let items = 0
  let sum = 0
  let squares = 0
  for (let i = 0; i < length; i++) {
    const shift = shiftWithout(i)
    if (Number.isNaN(shift)) continue
    items++
    sum += shift
    squares += shift * shift
  }
  // Equal shifts may leave a trace below 0.
  return Math.sqrt(((items - 1) / items) * Math.max(0, squares - (sum * sum) / items))
}

/**
 * Degrees of freedom of that error, from the shifts themselves (Satterthwaite 1946): 2 x V^2 / var(V), where
 * V is their sum of squares and its variance is taken from their fourth powers. Near the number of items
 * where all move the figure alike; few where few move it much. Shifts sum to nearly 0.
 *
 * @returns > 0; Infinity where all shifts are of one size
 */
export function leaveOneOutFreedom(length: number, shiftWithout: (i: number) => number): number {
  let items = 0
  let squares = 0
  let fourths = 0
  for (let i = 0; i < length; i++) {
    const square = shiftWithout(i) ** 2
    if (Number.isNaN(square)) continue
    items++
    squares += square
    fourths += square * square
  }
  const variance = fourths - (squares * squares) / items
  return variance > 0 ? (2 * squares * squares) / variance : Infinity
}
