/** How much work a setting makes, in words. Pure: counts in, words out. */
import { countOf, formatCount, formatUnits } from '../../format/format-number'

/** The alerts of the list on the Alerts screen, and what that list is of. */
export interface AlertsLoad {
  readonly alerts: number
  readonly stores: number
  readonly days: number
  /** Which days: the latest one, one that the user chose, or all. */
  readonly scope: 'latest' | 'day' | 'all'
  /** A store, a category or a search narrows the list. */
  readonly narrowed: boolean
  /** Alerts that today's list holds back: why the list is shorter than these alerts are many. */
  readonly held?: number
}

/** "34 checks on the latest day over 3 stores (11.3 a store)": goes on a sentence. */
export function loadInWords({ alerts, stores, days, scope, narrowed, held = 0 }: AlertsLoad): string {
  const when = scope === 'all' ? ` over ${countOf(days, 'day')}` : scope === 'latest' ? ' on the latest day' : ' on the chosen day'
  const where = stores > 1 ? ` ${scope === 'all' ? 'in' : 'over'} ${countOf(stores, 'store')}` : ''
  const unit = stores > 1 && days > 1 ? 'a store and day' : stores > 1 ? 'a store' : 'a day'
  const each = stores * days > 1 ? ` (${formatUnits(alerts / (stores * days))} ${unit})` : ''
  const back = held === 0 ? '' : `, ${formatCount(held)} of them held back on today’s list`
  return `${countOf(alerts, 'check')}${when}${where}${each}${back}${narrowed ? ' within the filters of the Alerts screen' : ''}`
}
