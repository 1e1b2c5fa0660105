/** Signs in the file's own plans that an item is ending: its forecast, or its minimum display, went to nothing. */
import { knownQuantity } from '../../features/known-quantity'
import { historyDays, type Standing } from './standing'

/** A plan counts as gone after this many known days at nothing. */
export const planGoneDays = 7
/** Known days before that, on which there must have been a plan ... */
const daysBefore = 28
/** ... on at least this share of them: a forecast in whole units of a slow seller is 0 on most days anyway. */
export const plannedShare = 0.8
/** Forecasts round to this: less is nothing. */
const nothing = 0.005

interface PlanEnd {
  /** Known days at nothing up to the row. */
  readonly knownDays: number
  /** Calendar days from the first of them to the row, that day included. */
  readonly days: number
}

/** Where a plan went to nothing after it stood on most days before; null where it did not. */
function endOfPlan({ context: { table }, series, row }: Standing, plan: Float64Array): PlanEnd | null {
  const start = table.seriesStart[series]!
  let day = row
  let knownDays = 0
  let first = row + 1
  for (; day >= start; day--) {
    const planned = knownQuantity(plan[day]!)
    if (planned !== planned) continue
    if (planned > nothing) break
    knownDays++
    first = day
  }
  if (knownDays < planGoneDays) return null
  let before = 0
  let there = 0
  for (; day >= start && before < daysBefore; day--) {
    const planned = knownQuantity(plan[day]!)
    if (planned !== planned) continue
    before++
    if (planned > nothing) there++
  }
  return before >= planGoneDays && there >= plannedShare * before ? { knownDays, days: row - first + 1 } : null
}

/**
 * Did the forecast go to nothing while the item still sold, or within `planGoneDays` of its last
 * sale? A forecast made from sales sinks in a silence by itself, so that one which went later says
 * nothing; nor does that of an item which never sold in this extract.
 */
export function isForecastGone(standing: Standing): boolean {
  const { table, demand } = standing.context
  const plan = table.optional.forecastUnits
  const since = demand.daysSinceSale[standing.row]!
  if (!plan || since < 0) return false
  const end = endOfPlan(standing, plan)
  return end !== null && end.days >= since - planGoneDays
}

/** Did the minimum display go to nothing? People decide on that, so sales are not asked. */
export function isDisplayGone(standing: Standing): boolean {
  const plan = standing.context.table.optional.minDisplayUnits
  return plan !== null && historyDays(standing) > planGoneDays && endOfPlan(standing, plan) !== null
}
