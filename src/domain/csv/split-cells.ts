/** Lines into cells, by papaparse: what it takes for a record, and when it complains. */
import Papa, { type ParseError, type ParseResult } from 'papaparse'
import type { Delimiter } from './dialect'

/** A record without cells: its quotes cannot be made sense of, or its last cell is still in quotes. */
export type Unsplit = 'broken' | 'open'

/** papaparse knows one line end at a time, and a quote closes before one, not at the end of its input. */
function parse(lines: string, delimiter: Delimiter): { readonly rows: string[][]; readonly flaws: readonly ParseError[] } {
  // `Papa.parse` would do the same after taking a byte order mark off, wherever in the file this piece stands.
  const parser = new Papa.Parser({ delimiter, newline: '\n' })
  const { data, errors } = parser.parse(`${lines}\n`, 0, false) as ParseResult<string[]>
  // Behind the last line end stands nothing, or the record that is still in quotes.
  data.pop()
  return { rows: data, flaws: errors }
}

/**
 * Cells of the records in these lines, line ends in quotes as LF. A last record that is still in
 * quotes is left out. Null where quotes are out of order: then records must be split one by one.
 */
export function splitLines(lines: readonly string[], delimiter: Delimiter): string[][] | null {
  const { rows, flaws } = parse(lines.join('\n'), delimiter)
  return flaws.every(({ code }) => code === 'MissingQuotes') ? rows : null
}

/**
 * Cells of one record, which may run over several lines; `open` where it goes on in the next line.
 * What stands between a closing quote and the next delimiter belongs to the cell, but not in a
 * cell that runs over a line end: such a quote was never closed, and the record is `broken`.
 */
export function splitRecord(text: string, delimiter: Delimiter): string[] | Unsplit {
  const first = parse(text, delimiter)
  if (first.flaws.length === 0) return first.rows[0]!
  const tidied = textBehindQuotesMovedInside(text, delimiter)
  if (tidied === null) return 'broken'
  const second = parse(tidied, delimiter)
  return second.flaws.length === 0 ? second.rows[0]! : 'open'
}

/** `"a"b` as `"ab"`, which is how papaparse can read it; null where a line end stands in such a cell. */
function textBehindQuotesMovedInside(text: string, delimiter: Delimiter): string | null {
  // A cell in quotes and what follows them, or a quote that never closes and all behind it.
  const inQuotes = new RegExp(`(^|[${delimiter}])"(?:([^"]*(?:""[^"]*)*)"(?!")([^${delimiter}]*)|[^]*$)`, 'g')
  let tidied = ''
  let from = 0
  for (const match of text.matchAll(inQuotes)) {
    const [cell, before = '', inside, behind = ''] = match
    if (inside === undefined || behind.trim() === '') continue
    if (/[\r\n]/.test(inside)) return null
    tidied += `${text.slice(from, match.index)}${before}"${inside}${behind.replaceAll('"', '""')}"`
    from = match.index + cell.length
  }
  return tidied + text.slice(from)
}

/**
 * What the first `count` cells of a record look like in the file, without the delimiter behind them.
 * @param text the whole record, with more cells than that
 */
export function spellingOfFirst(count: number, text: string, delimiter: Delimiter): string {
  let cut = text.indexOf(delimiter)
  for (; cut >= 0; cut = text.indexOf(delimiter, cut + 1)) {
    const cells = splitRecord(text.slice(0, cut), delimiter)
    if (typeof cells !== 'string' && cells.length === count) break
  }
  return text.slice(0, cut)
}
