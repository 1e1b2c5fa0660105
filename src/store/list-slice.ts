/** Lists for paper, files and other programs: the rows behind what is shown, fetched in portions. */
import type { AlertRow } from '../domain/alerts/alert-row'
import type { StoreList } from '../domain/alerts/today/todays-list'
import { tableCsv, type CellTable } from '../domain/csv/cell-table'
import { positionOf } from './alert-selection'
import type { AppStoreState } from './app-state'
import { alertTable, todayTable, type TodayRow } from './list-table'
import { selectAlertSelection } from './selectors'
import { spreadsheetFile } from './spreadsheet-file'
import type { StoreContext } from './store-context'
import { selectShownLists } from './today-selectors'

/** `today`: the lists on screen, of one store or of all; `alerts`: the table of all alerts, as filtered and ordered. */
export type ListChoice = 'today' | 'alerts'

export interface ListActions {
  /** What a list holds. Rejects where there is no answer; the store has said why by then. */
  readonly listTable: (choice: ListChoice) => Promise<CellTable>
  /** Writes `phantom_list.csv` or, of all alerts, `phantom_alerts.csv`. */
  readonly downloadList: (choice: ListChoice) => Promise<void>
}

/** Rows asked for at a time. */
const portion = 500
/** Rows of one list at most: as many as the table on screen holds. The predictions hold all. */
export const mostListed = 100_000

/** Rows of the open extract as objects, in the order asked. Rejects as `rows` does. */
export async function rowsInPortions({ rows }: Pick<AppStoreState, 'rows'>, numbers: Uint32Array): Promise<readonly AlertRow[]> {
  const found: AlertRow[] = []
  for (let from = 0; from < numbers.length; from += portion) found.push(...(await rows(numbers.slice(from, from + portion))))
  return found
}

/** The lists of today on screen; those without an item are left out. */
export function listsToCheck(state: AppStoreState): readonly StoreList[] {
  return selectShownLists(state).filter(({ items }) => items.length > 0)
}

export function createListSlice({ surroundings, get }: StoreContext): ListActions {
  async function todayRows(lists: readonly StoreList[]): Promise<readonly TodayRow[]> {
    const entries = lists.flatMap(({ items, unit }) => items.map((item) => ({ item, unit })))
    const rows = await rowsInPortions(get(), Uint32Array.from(entries, ({ item }) => item.row))
    return entries.map((entry, i) => ({ ...entry, row: rows[i]! }))
  }

  async function listTable(choice: ListChoice): Promise<CellTable> {
    const state = get()
    if (choice === 'today') return todayTable(await todayRows(listsToCheck(state)), state.today?.model ?? state.model)
    const { view } = state
    if (!view) return alertTable([], state.model)
    const selection = selectAlertSelection(state)
    const numbers = Uint32Array.from({ length: Math.min(selection.count, mostListed) }, (_, i) => view.view.rows[positionOf(selection, i)]!)
    return alertTable(await rowsInPortions(state, numbers), view.query.model)
  }

  return {
    listTable,
    async downloadList(choice) {
      const name = choice === 'alerts' ? 'phantom_alerts.csv' : 'phantom_list.csv'
      // Where the rows cannot be had, the store has said why.
      const table = await listTable(choice).catch(() => null)
      if (table) surroundings.saveFile(spreadsheetFile(tableCsv(table)), name)
    },
  }
}
