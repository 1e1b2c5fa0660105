/** Did the ordering stop? An item that is low by its record and gets no delivery is being given up. */
import { columnsOf } from '../../features/feature-spec'
import { replenishment } from '../../features/families/replenishment'
import { SeriesDays } from '../../features/series-days'
import { historyDays, type Standing } from './standing'

/** Days at or below the level at which deliveries used to come. */
export const leastLowDays = 28
/** And this many times the usual days between its deliveries. */
export const lowIntervals = 3

const column = columnsOf(replenishment.specs)
const lowDaysColumn = column['days_at_order_point']!
const intervalColumn = column['mean_receipt_interval']!
const onOrderColumn = column['units_on_order']!

/** One is enough: nothing is kept between two items. */
const days = new SeriesDays()
let values = new Float32Array(0)

/**
 * Has the item stood at or below the level at which deliveries used to come for `leastLowDays` and
 * `lowIntervals` times its usual interval, with no delivery and nothing on order? An item with fewer
 * than two deliveries has no usual interval: of it nothing is concluded. A record that is frozen too
 * high stands above that level, so that this does not hold back what the list is for.
 */
export function isNotReordered(standing: Standing): boolean {
  const { context, series } = standing
  const stride = replenishment.specs.length
  const length = historyDays(standing)
  if (length < leastLowDays) return false
  days.load(context, series)
  if (values.length < length * stride) values = new Float32Array(length * stride)
  replenishment.fill(days, values, 0, stride)
  const last = (length - 1) * stride
  const lowDays = values[last + lowDaysColumn]!
  const interval = values[last + intervalColumn]!
  return lowDays >= leastLowDays && lowDays >= lowIntervals * interval && !(values[last + onOrderColumn]! > 0)
}
