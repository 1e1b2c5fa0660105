/** What the tour says at each stop, and where on the screen that is. */
import type { TourStop } from '../../store/tour-state'

export interface StopWords {
  readonly title: string
  readonly text: string
  /** The thing to point at, by what it calls itself. */
  readonly place: string
  /** The thing stands in the history of one item, which is opened for it. */
  readonly inItem: boolean
}

/** The first item that can be opened: of today's list, else of the table of all alerts. */
export const firstItemPlaces = ['[data-tour="todays-list"] tbody button', '[role="table"][aria-label="Alerts"] [role="row"][data-index="0"]'] as const

export const wordsOfStop: Readonly<Record<TourStop, StopWords>> = {
  'todays-list': {
    title: 'What to check today',
    text: 'A day’s work: items that the record shows in stock and that most likely cannot be bought. They stand place by place, so that one walk is enough, and the line at the top says how many to expect to be right.',
    place: '[data-tour="todays-list"]',
    inItem: false,
  },
  reasons: {
    title: 'Why this one',
    text: 'The first item is open. Here is in plain words what speaks for missing stock and what speaks against it; below, what to do. Further down, its own days show the same: when it sold, what the record said, what came in.',
    place: '[data-tour="reasons"]',
    inItem: true,
  },
  finding: {
    title: 'What was found',
    text: 'After a look at the shelf, say here what was there: one press, and it can be undone. It stays in this browser. After the first checks the app shows how many of its alerts were real in your own stores.',
    place: '[data-tour="finding"]',
    inItem: true,
  },
  threshold: {
    title: 'The threshold',
    text: 'How sure must the model be before somebody walks to a shelf? Move it up for fewer, surer checks; move it down to find more, with more walks for nothing. The sentence in the frame says what that costs, and every screen follows at once.',
    place: '[data-tour="threshold"]',
    inItem: false,
  },
  results: {
    title: 'How honest the figures are',
    text: 'The models learned in simulated stores, and here is how they did in simulated stores that they had never seen, beside plain rules and with the range that chance allows. How right they are in your stores, only your own checks can tell.',
    place: '#how-good',
    inItem: false,
  },
}

/** Said instead of opening an item where none can be opened. */
export const noItemToOpen = 'No item is on the list at this threshold, so there is none to open here.'
