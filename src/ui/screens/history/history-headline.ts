/** What is the matter with a store-item, in words, from its row's own numbers. */
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { countOf, formatMoney, formatUnits } from '../../format/format-number'

const units = (count: number) => `${formatUnits(count)} ${count === 1 ? 'unit' : 'units'}`

export function headlineOf(alert: Pick<AlertRow, 'onHand' | 'daysSinceSale' | 'missedUnits' | 'lostSales'>): string {
  const record = `The record shows ${units(alert.onHand)}`
  const silence =
    alert.daysSinceSale === null
      ? 'and it never sold in this extract'
      : alert.daysSinceSale === 0
        ? 'and it sold on this very day'
        : `and nothing has sold for ${countOf(alert.daysSinceSale, 'day')}`
  // Below half a unit there is nothing to speak of.
  if (alert.missedUnits < 0.5) return `${record}, ${silence}.`
  const money = alert.lostSales !== null && alert.lostSales > 0 ? `, ${formatMoney(alert.lostSales)} at shelf price` : ''
  const since = alert.daysSinceSale === null ? 'Since the extract begins' : 'In that time'
  return `${record}, ${silence}. ${since} ${units(alert.missedUnits)} were expected to sell${money}.`
}
