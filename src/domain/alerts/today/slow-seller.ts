import { chanceOfSilence, type Standing } from './standing'

/** A silence that more than every second item like it shows by chance says nothing. */
export const tellingBelow = 0.5

/** Was so little to be expected since the last sale that the silence says nothing? */
export function isSlowSeller(standing: Standing): boolean {
  return chanceOfSilence(standing) > tellingBelow
}
