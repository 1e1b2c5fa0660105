/**
 * The pairing of rows with columns whose weights add up to the most, each row and column in one
 * pair at most; a pair of weight 0 is no pair. Kuhn-Munkres with potentials, O(rows^2 x columns).
 *
 * @param weight non-negative; `weight[row][column]`
 * @returns per row its column, or -1
 */
export function bestAssignment(weight: readonly (readonly number[])[]): readonly number[] {
  const rows = weight.length
  // One dummy column a row, so that every row can stay alone.
  const real = weight[0]?.length ?? 0
  const columns = real + rows
  const cost = (row: number, column: number) => (column < real ? -weight[row]![column]! : 0)
  // Row and column 0 are sentinels; all is 1-based.
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const from = new Int32Array(columns + 1)
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(columns + 1)
    rowOf[0] = row
    let column = 0
    do {
      used[column] = 1
      const at = rowOf[column]!
      let least = Number.POSITIVE_INFINITY
      let next = 0
      for (let c = 1; c <= columns; c++) {
        if (used[c]) continue
        const reduced = cost(at - 1, c - 1) - rowPotential[at]! - columnPotential[c]!
        if (reduced < slack[c]!) {
          slack[c] = reduced
          from[c] = column
        }
        if (slack[c]! < least) {
          least = slack[c]!
          next = c
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (used[c]) {
          rowPotential[rowOf[c]!] = rowPotential[rowOf[c]!]! + least
          columnPotential[c] = columnPotential[c]! - least
        } else slack[c] = slack[c]! - least
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      rowOf[column] = rowOf[from[column]!]!
      column = from[column]!
    }
  }
  const columnOf = new Array<number>(rows).fill(-1)
  for (let c = 1; c <= real; c++) {
    const row = rowOf[c]! - 1
    if (row >= 0 && weight[row]![c - 1]! > 0) columnOf[row] = c - 1
  }
  return columnOf
}
