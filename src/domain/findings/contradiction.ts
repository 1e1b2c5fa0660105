import type { Finding } from './finding'

/**
 * Outcome and count that cannot both be so; null where they can. The finding is kept as it was
 * entered either way: whoever stood before the shelf knows which of the two is the slip.
 *
 * - `counted-some`: nothing was found, and more than 0 was counted.
 * - `counted-none`: stock was found, and 0 was counted.
 */
export function contradiction({ outcome, counted }: Pick<Finding, 'outcome' | 'counted'>): 'counted-some' | 'counted-none' | null {
  if (counted === null) return null
  switch (outcome) {
    case 'not-found':
      return counted > 0 ? 'counted-some' : null
    case 'backroom':
    case 'misplaced':
    case 'on-shelf':
    case 'damaged':
      return counted === 0 ? 'counted-none' : null
    case 'not-ranged':
      return null
  }
}
