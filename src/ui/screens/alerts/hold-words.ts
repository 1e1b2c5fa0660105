/** Why an alert is held back, for people. */
import type { HoldReason } from '../../../domain/alerts/today/hold-reason'
import { tellingBelow } from '../../../domain/alerts/today/slow-seller'
import { countHolds } from '../../../domain/alerts/today/counted-lately'
import { checkHolds } from '../../../store/today-selectors'
import { leastLowDays } from '../../../domain/alerts/today/not-reordered'
import { minimumHistoryDays } from '../../../domain/table/extract-table'
import { formatShare } from '../../format/format-number'

interface HoldWords {
  /** Names the group. */
  readonly title: string
  /** Why a look at the shelf would most likely be for nothing. */
  readonly why: string
}

export const holdWords: Readonly<Record<HoldReason, HoldWords>> = {
  'checked-lately': { title: 'Checked lately', why: `Somebody looked in the last ${checkHolds} days and said what was found.` },
  'counted-lately': { title: 'Counted lately', why: `The extract has a count of them in the last ${countHolds} days.` },
  'new-item': { title: 'New items', why: `They have fewer than ${minimumHistoryDays} days of history: the models were not measured on items this new, so their chances mean less.` },
  'stopped-elsewhere': { title: 'Ending: stopped in other stores too', why: 'All or nearly all other stores that sold them stopped as well. Most likely the items are going out.' },
  'forecast-gone': { title: 'Ending: forecast is 0', why: 'The forecast went to 0 while they still sold: somebody knows that they are going out.' },
  'display-gone': { title: 'Ending: minimum display is 0', why: 'Their minimum display was set to 0, as for an item that leaves the range.' },
  'not-reordered': { title: 'Ending: no longer ordered', why: `The record has been at or below the level at which deliveries came for ${leastLowDays} days or more, and nothing is on order.` },
  'closed-days': { title: 'Store closed or still', why: 'Most days since their last sale the whole store sold next to nothing: a closed day, a holiday, a dead till.' },
  'slow-seller': { title: 'Slow sellers', why: `So little was to be expected since their last sale that more than ${formatShare(tellingBelow)} of such items are silent by chance.` },
}
