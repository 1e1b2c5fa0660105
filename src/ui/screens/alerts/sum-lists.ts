import type { LabelledAlerts, StoreList } from '../../../domain/alerts/today/todays-list'

export interface ListSum {
  readonly items: number
  readonly controls: number
  readonly done: number
  readonly waiting: number
  readonly held: number
  readonly unpriced: number
  readonly expectedHits: number
  readonly labelled: LabelledAlerts
}

/** The lists on screen as one. */
export function sumLists(lists: readonly StoreList[]): ListSum {
  const total = (of: (list: StoreList) => number) => lists.reduce((sum, list) => sum + of(list), 0)
  return {
    items: total(({ items }) => items.length),
    controls: total(({ items }) => items.filter(({ control }) => control).length),
    done: total(({ done }) => done),
    waiting: total(({ waiting }) => waiting),
    held: total(({ held }) => held.reduce((sum, { rows }) => sum + rows.length, 0)),
    unpriced: total(({ unpriced }) => unpriced),
    expectedHits: total(({ expectedHits }) => expectedHits),
    labelled: {
      alerts: total(({ labelled }) => labelled.alerts),
      phantom: total(({ labelled }) => labelled.phantom),
      expectedHits: total(({ labelled }) => labelled.expectedHits),
    },
  }
}
