import type { BinnedItems } from './binned-items'
import { informationShare } from './information-share'
import { phantomShare } from './phantom-share'

/** Fewer store-items than this say too little of a share to be resampled. */
export const fewestItems = 30
/** Scores that tell less than this part of what labels would tell do not separate. */
export const leastInformation = 0.02

/** `too-few` store-items to resample; `not-separated`: the scores tell next to nothing of the share; `not-converged`: EM did not settle. */
export type ShareHere = { readonly status: 'estimated'; readonly share: number; readonly information: number } | { readonly status: 'too-few' | 'not-separated' | 'not-converged' }

/**
 * The share of phantom rows that scores point to on these rows, or why they do not.
 *
 * @param calibrationShare share of phantom rows where the scores were calibrated, above 0 and below 1
 */
export function shareHere({ ratios, rows, itemStart }: Pick<BinnedItems, 'ratios' | 'rows' | 'itemStart'>, calibrationShare: number): ShareHere {
  if (itemsWithRows(itemStart) < fewestItems) return { status: 'too-few' }
  const { share, converged } = phantomShare(ratios, rows, calibrationShare)
  // At a share near 0 labels would tell without bound, and every score looks poor beside them.
  const information = informationShare(ratios, rows, Math.max(share, calibrationShare))
  if (information < leastInformation) return { status: 'not-separated' }
  return converged ? { status: 'estimated', share, information } : { status: 'not-converged' }
}

function itemsWithRows(itemStart: Uint32Array): number {
  let count = 0
  for (let item = 0; item + 1 < itemStart.length; item++) if (itemStart[item + 1]! > itemStart[item]!) count++
  return count
}
