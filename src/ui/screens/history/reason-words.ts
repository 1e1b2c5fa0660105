/** How the reasons write days and numbers: as the rest of the screens do. */
import type { Words } from '../../../domain/explain/reason'
import type { EpochDay } from '../../../domain/table/extract-table'
import { formatDay, formatDayOfYear } from '../../format/format-day'
import { formatMoney, formatUnits } from '../../format/format-number'
import { formatWholePercent } from '../../format/format-score'

/** Days further back than this carry their year, or they could be mistaken for this year's. */
const plainDays = 300
/** From here on a tenth of a unit is no news. */
const roundedFrom = 10

/** @param today the judged day */
export function reasonWords(today: EpochDay): Words {
  return {
    day: (day) => (today - day < plainDays ? formatDayOfYear(day) : formatDay(day)),
    units: formatUnits,
    about: (units) => formatUnits(units < roundedFrom ? units : Math.round(units)),
    percent: formatWholePercent,
    money: formatMoney,
  }
}
