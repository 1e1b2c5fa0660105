/**
 * Where a key leads from row `current` of rows 0 to `last`; null for a key that moves nothing.
 * `page` is the number of rows that a page key passes.
 */
export function moveRow(key: string, current: number, last: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, current + 1)
    case 'ArrowUp':
      return Math.max(0, current - 1)
    case 'PageDown':
      return Math.min(last, current + page)
    case 'PageUp':
      return Math.max(0, current - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
