/** Pieces of the report's HTML; whatever text they are given is escaped here. */
import type { TableCell } from '../../widgets/measured-table'
import type { ReportCell, ReportFigure } from './report-content'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapedHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')

export const paragraph = (text: string) => `<p>${escapedHtml(text)}</p>`
export const section = (title: string, ...parts: readonly string[]) => `<section><h2>${escapedHtml(title)}</h2>\n${parts.join('\n')}\n</section>`

/** A table whose first column heads its rows. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly ReportCell[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escapedHtml(column)}</th>`).join('')
  const body = rows.map(([first = '', ...cells]) => `<tr><th scope="row">${cellHtml(first)}</th>${cells.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`)
  return scrolling(caption, `<table><caption>${escapedHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`)
}

/** A figure's interval stands in brackets behind it, a note below. */
function cellHtml(cell: ReportCell): string {
  if (typeof cell === 'string') return escapedHtml(cell)
  const { text, interval, note }: TableCell = cell
  return [escapedHtml(text), ...(interval === undefined ? [] : [`<small>(${escapedHtml(interval)})</small>`]), ...(note === undefined ? [] : [`<small>${escapedHtml(note)}</small>`])].join(' ')
}

/** What may be wider than a small window is moved within its frame, by the keyboard too. */
function scrolling(name: string, html: string): string {
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapedHtml(name)}, scrollable">${html}</div>`
}

/** A picture with its name, how to read it, its source and its numbers. */
export function figure({ name, description, source, svg, table: twin }: ReportFigure): string {
  return [
    `<figure><figcaption><h3>${escapedHtml(name)}</h3>${paragraph(description)}</figcaption>`,
    scrolling(name, svg),
    ...(source === '' ? [] : [`<p class="quiet">${escapedHtml(source)}</p>`]),
    `<details open><summary>Its numbers</summary>${table(twin.caption, twin.columns, twin.rows)}</details></figure>`,
  ].join('\n')
}
