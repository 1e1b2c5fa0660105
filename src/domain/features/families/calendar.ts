/** The day itself. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import type { SeriesDays } from '../series-days'
import { weekday } from '../weekday'

const specs = [
  { name: 'day_of_week', family: 'calendar', unit: 'weekday', formula: '0 Monday to 6 Sunday; the model turns it into seven indicators.', sources: ['day'], phrase: 'day of the week' },
  { name: 'is_weekend', family: 'calendar', unit: 'flag', formula: '1 on Saturday and Sunday.', sources: ['day'], phrase: 'weekend' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { length, start } = days
  const { day } = days.context.table
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const today = weekday(day[start + i]!)
    out[o + c.day_of_week] = today
    out[o + c.is_weekend] = today >= 5 ? 1 : 0
  }
}

export const calendar: Family = { specs, fill }
