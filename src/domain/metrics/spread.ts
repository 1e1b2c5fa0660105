/** At most `most` places from 0 to `length` - 1, evenly spread, the first and the last always among them; all where there are no more. */
export function spread(length: number, most: number): readonly number[] {
  if (length <= most) return Array.from({ length }, (_, at) => at)
  return Array.from({ length: most }, (_, at) => Math.round((at * (length - 1)) / (most - 1)))
}
