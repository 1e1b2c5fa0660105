/** A list as a table for other programs: as CSV, as tab-separated text, as HTML. */
import type { AlertRow } from '../domain/alerts/alert-row'
import type { StakeUnit } from '../domain/alerts/today/stake'
import type { TodayItem } from '../domain/alerts/today/todays-list'
import { safeCell, safeText } from '../domain/csv/append-columns'
import { isoDay } from '../domain/csv/parse-date'

/** Text stays text, numbers are numbers, null is an empty cell. */
export type ListCell = string | number | null

export interface ListTable {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly ListCell[])[]
}

interface ListColumn<Row> {
  readonly header: string
  readonly cell: (row: Row) => ListCell
}

const rounded = (value: number, decimals: number): ListCell => (Number.isFinite(value) ? Number(value.toFixed(decimals)) : null)

/** Named as the fields of an extract where they mean the same. */
const rowColumns: readonly ListColumn<AlertRow>[] = [
  { header: 'store_id', cell: ({ store }) => store },
  { header: 'department', cell: ({ department }) => department },
  { header: 'aisle', cell: ({ aisle }) => aisle },
  { header: 'bin', cell: ({ bin }) => bin },
  { header: 'sku_id', cell: ({ sku }) => sku },
  { header: 'item_name', cell: ({ itemName }) => itemName },
  { header: 'category', cell: ({ category }) => category },
  { header: 'date', cell: ({ day }) => isoDay(day) },
  { header: 'on_hand', cell: ({ onHand }) => rounded(onHand, 6) },
  { header: 'price', cell: ({ price }) => (price === null ? null : rounded(price, 6)) },
  { header: 'usual_units_per_day', cell: ({ unitsPerDay }) => rounded(unitsPerDay, 3) },
  { header: 'days_since_sale', cell: ({ daysSinceSale }) => daysSinceSale },
  { header: 'missed_units', cell: ({ missedUnits }) => rounded(missedUnits, 2) },
  { header: 'lost_sales', cell: ({ lostSales }) => (lostSales === null ? null : rounded(lostSales, 2)) },
]

const probabilityColumn = (model: string): ListColumn<AlertRow> => ({
  header: `phantom_probability_${model}`,
  cell: ({ probabilities }) => rounded(probabilities[model] ?? NaN, 6),
})

/** Alerts as rows; columns that are empty throughout are left out. */
export function alertTable(rows: readonly AlertRow[], model: string): ListTable {
  return tableOf([...rowColumns, probabilityColumn(model)], rows)
}

export interface TodayRow {
  readonly row: AlertRow
  readonly item: TodayItem
  readonly unit: StakeUnit
}

/** Today's list as rows, control rows marked. */
export function todayTable(rows: readonly TodayRow[], model: string): ListTable {
  const columns: readonly ListColumn<TodayRow>[] = [
    ...[...rowColumns, probabilityColumn(model)].map(({ header, cell }): ListColumn<TodayRow> => ({ header, cell: ({ row }) => cell(row) })),
    { header: 'at_stake_per_day', cell: ({ item, unit }) => (unit === 'money' ? rounded(item.stakePerDay, 2) : null) },
    { header: 'units_at_stake_per_day', cell: ({ item, unit }) => (unit === 'units' ? rounded(item.stakePerDay, 3) : null) },
    { header: 'control_row', cell: ({ item }) => (item.control ? 1 : 0) },
  ]
  return tableOf(columns, rows)
}

function tableOf<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): ListTable {
  const shown = columns.filter(({ cell }) => rows.some((row) => cell(row) !== null))
  return { headers: shown.map(({ header }) => header), rows: rows.map((row) => shown.map(({ cell }) => cell(row))) }
}

function spelled(cell: ListCell, delimiter: ',' | '\t'): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : safeCell(cell, delimiter)
}

function delimited({ headers, rows }: ListTable, delimiter: ',' | '\t'): string {
  return [headers, ...rows].map((row) => `${row.map((cell) => spelled(cell, delimiter)).join(delimiter)}\n`).join('')
}

/** Safe to open in a spreadsheet: text that could run as a formula has an apostrophe in front. */
export function tableCsv(table: ListTable): string {
  return delimited(table, ',')
}

/** The same with tabs, for the clipboard. */
export function tableTabs(table: ListTable): string {
  return delimited(table, '\t')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!)

/** The same as an HTML table, for the clipboard. Text is marked as text, so that Excel leaves the zeros in front of an item number. */
export function tableHtml({ headers, rows }: ListTable): string {
  const head = headers.map((header) => `<th>${escaped(header)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')
  return `<meta charset="utf-8"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

function cellHtml(cell: ListCell): string {
  if (cell === null) return '<td></td>'
  if (typeof cell === 'number') return `<td>${cell}</td>`
  return `<td style="mso-number-format:'\\@'">${escaped(safeText(cell))}</td>`
}
