import { wilsonInterval, type ShareInterval } from '../metrics/wilson-interval'
import { wasPhantom, type Finding } from './finding'

/** Fewer checks than this say next to nothing of a store. */
export const fewestChecksToJudge = 5

export interface HitRate {
  /** Alerts that were checked and whose outcome says yes or no. */
  readonly checked: number
  /** Of these, records that were phantom. */
  readonly real: number
  /** Of these, stock that was in the backroom: no phantom, and yet an empty shelf. */
  readonly inBackroom: number
  /** Mean calibrated probability of these at their entry, times `checked`: the hits that were promised. */
  readonly promised: number
  /** 95 % interval of the share that is real. */
  readonly interval: ShareInterval
  /** Alerts that were checked and whose outcome says neither. */
  readonly undecided: number
  /** Checks of items that were no alerts, such as random control rows: they say what the alerts miss. */
  readonly control: { readonly checked: number; readonly real: number }
  /**
   * The promise against what was found: `as-promised` where the promised share lies in the
   * interval; `too-few` below `fewestChecksToJudge` checks.
   */
  readonly verdict: 'too-few' | 'as-promised' | 'fewer' | 'more'
}

/**
 * How many of the checked alerts were real, and how many were promised. A finding without a model's
 * word (entered from a file, or before anything was scored) was no alert and no control: it counts nowhere.
 */
export function hitRate(findings: Iterable<Finding>): HitRate {
  let checked = 0
  let real = 0
  let inBackroom = 0
  let promised = 0
  let undecided = 0
  const control = { checked: 0, real: 0 }
  for (const { outcome, promise } of findings) {
    if (!promise) continue
    const phantom = wasPhantom(outcome)
    if (!promise.alerted) {
      if (phantom === null) continue
      control.checked++
      if (phantom) control.real++
      continue
    }
    if (phantom === null) {
      undecided++
      continue
    }
    checked++
    if (phantom) real++
    if (outcome === 'backroom') inBackroom++
    promised += promise.probability
  }
  const interval = wilsonInterval(real, checked)
  return { checked, real, inBackroom, promised, interval, undecided, control, verdict: verdictOf(checked, promised, interval) }
}

function verdictOf(checked: number, promised: number, { low, high }: ShareInterval): HitRate['verdict'] {
  if (checked < fewestChecksToJudge) return 'too-few'
  const share = promised / checked
  return share < low ? 'more' : share > high ? 'fewer' : 'as-promised'
}
