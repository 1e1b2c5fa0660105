/** A table of ours for other programs: as CSV, as tab-separated text, as HTML. */
import { safeCell, safeText } from './append-columns'

/** Text stays text, numbers are numbers, null is an empty cell. */
export type Cell = string | number | null

export interface CellTable {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

function spelled(cell: Cell, delimiter: ',' | '\t'): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : safeCell(cell, delimiter)
}

function delimited({ headers, rows }: CellTable, delimiter: ',' | '\t'): string {
  return [headers, ...rows].map((row) => `${row.map((cell) => spelled(cell, delimiter)).join(delimiter)}\n`).join('')
}

/** Safe to open in a spreadsheet: text that could run as a formula has an apostrophe in front. */
export function tableCsv(table: CellTable): string {
  return delimited(table, ',')
}

/** The same with tabs, for the clipboard. */
export function tableTabs(table: CellTable): string {
  return delimited(table, '\t')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!)

/** The same as an HTML table, for the clipboard. Text is marked as text, so that Excel leaves the zeros in front of an item number. */
export function tableHtml({ headers, rows }: CellTable): string {
  const head = headers.map((header) => `<th>${escaped(header)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')
  return `<meta charset="utf-8"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

function cellHtml(cell: Cell): string {
  if (cell === null) return '<td></td>'
  if (typeof cell === 'number') return `<td>${cell}</td>`
  return `<td style="mso-number-format:'\\@'">${escaped(safeText(cell))}</td>`
}
