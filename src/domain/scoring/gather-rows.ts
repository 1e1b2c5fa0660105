/**
 * Copies chosen rows and columns of a row-major block into a dense batch:
 * `out[i, j] = values[rows[from + i], columns[j]]`.
 *
 * Where the columns are those of the block in its order, rows that follow each other are copied at once: nearly all do.
 *
 * @param values row-major, `width` columns
 * @param rows rows of the block
 * @param out receives (to - from) x columns.length values
 */
export function gatherRows(
  values: Float32Array,
  width: number,
  columns: Int32Array,
  rows: Int32Array,
  from: number,
  to: number,
  out: Float32Array,
): void {
  const wide = columns.length
  if (wide === width && columns.every((column, j) => column === j)) {
    for (let i = from; i < to; ) {
      const first = i++
      while (i < to && rows[i] === rows[i - 1]! + 1) i++
      const start = rows[first]! * width
      out.set(values.subarray(start, start + (i - first) * width), (first - from) * width)
    }
    return
  }
  for (let i = from, target = 0; i < to; i++, target += wide) {
    const source = rows[i]! * width
    for (let j = 0; j < wide; j++) out[target + j] = values[source + columns[j]!]!
  }
}
