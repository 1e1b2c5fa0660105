/**
 * Where a scale from 0 ends that has room for all values: 1, or less where they lie low, at a
 * figure that reads well; above 1 only where a value does.
 */
export function scaleTop(values: readonly number[]): number {
  const highest = Math.max(0, ...values)
  if (highest > 1) return Math.ceil(highest * 5) / 5
  return [0.1, 0.2, 0.3, 0.4, 0.5].find((top) => highest <= top) ?? 1
}
