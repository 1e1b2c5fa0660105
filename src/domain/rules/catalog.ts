/** The rules that real programmes use, in the order in which they are listed: the bar that a model has to clear. */
import { activityAndErrors } from './activity-and-errors'
import { byChance } from './by-chance'
import { daysOverInterval } from './days-over-interval'
import { forecastSinceSale } from './forecast-since-sale'
import { improbableSilence } from './improbable-silence'
import { lowRecord } from './low-record'
import { negativeBinomialSinceSale } from './negative-binomial-since-sale'
import { noSaleFor28Days } from './no-sale-for-28-days'
import { othersSell } from './others-sell'
import type { Rule } from './rule'
import { shortOfForecast } from './short-of-forecast'
import { velocityDrop } from './velocity-drop'
import { waitingTimeByWeekday } from './waiting-time-by-weekday'

export const rules: readonly Rule[] = [
  byChance,
  noSaleFor28Days,
  daysOverInterval,
  improbableSilence,
  forecastSinceSale,
  negativeBinomialSinceSale,
  waitingTimeByWeekday,
  shortOfForecast,
  velocityDrop,
  lowRecord,
  activityAndErrors,
  othersSell,
]
