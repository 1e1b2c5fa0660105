import type { OverviewFigures } from '../../../domain/alerts/today/overview'
import type { HitRate } from '../../../domain/findings/hit-rate'
import { formatCount, formatMoney, noValue } from '../../format/format-number'

/** What the alerts put at risk in a week: money where the extract has prices, else units. */
export function riskText({ moneyAtRisk, unitsAtRisk }: OverviewFigures): string {
  return moneyAtRisk === null ? formatCount(Math.round(unitsAtRisk)) : formatMoney(moneyAtRisk)
}

/** "9 of 12": alerts that were checked and proved real; a dash before any was. */
export function rightSoFar(rate: HitRate | undefined): string {
  return !rate || rate.checked === 0 ? noValue : `${formatCount(rate.real)} of ${formatCount(rate.checked)}`
}
