import type { Delimiter, Dialect } from './dialect'
import { afterLastLineEnd, afterLineEnd, lineEnd } from './line-ends'
import { spellingOfFirst, splitLines, splitRecord } from './split-cells'

/**
 * A record over several lines that is longer than this (in UTF-16 units) is taken as a quote that
 * was never closed: without a bound one stray quote would swallow the rest of the file.
 */
export const longestOpenRecord = 65_536

/** Text that is cut into records at once: small, so that its cells are gone before the next ones come. */
const blockLength = 65_536

interface FoundRecord {
  readonly line: number
  /** Null: malformed. */
  readonly cells: readonly string[] | null
  readonly raw: string
}

const none: readonly string[] = []

/**
 * Records of a delimited file, pulled one at a time from bytes pushed in pieces of any size.
 *
 * papaparse takes the lines apart; here stands what it does not do: whole records from pieces,
 * line ends of all three kinds in one file (LF, CR LF, CR), the line that a record starts on, its
 * text as the file spells it (`raw`), and a quote that is never closed. Blocks of lines are handed
 * over whole; where papaparse finds quotes out of order in one, it is taken again, record by record.
 *
 * A quoted cell that runs over a line end and does not close cleanly was never closed: the line
 * that its record starts on becomes one `malformed` record and reading goes on with the next line.
 * Lines without a single non-blank cell are no records.
 */
export class RecordStream {
  /** 1-based physical line on which the current record starts. */
  line = 0
  /** Cells of the current record, quotes taken off; none where it is malformed. */
  cells: readonly string[] = none
  malformed = false
  /** Characters that the encoding could not read, so far. */
  unreadableCharacters = 0

  private readonly decoder: TextDecoder
  private readonly delimiter: Delimiter
  private linesToSkip: number
  private buffer = ''
  private ended = false
  /** Where the next block starts in the buffer, and its line. */
  private next = 0
  private nextLine = 1
  /** End of the last line that is whole, its line end included. */
  private wholeLines = 0
  private block: readonly FoundRecord[] = []
  private nextInBlock = 0
  private current: FoundRecord = { line: 0, cells: null, raw: '' }

  constructor(dialect: Dialect) {
    this.decoder = new TextDecoder(dialect.encoding)
    this.delimiter = dialect.delimiter
    this.linesToSkip = dialect.linesBeforeHeader
  }

  /** The next bytes of the file. Pull all records (`read`) before pushing more. */
  push(bytes: Uint8Array): void {
    this.take(this.decoder.decode(bytes, { stream: true }))
  }

  /** No more bytes: what is still held are the last records. */
  finish(): void {
    this.ended = true
    this.take(this.decoder.decode())
  }

  private take(text: string): void {
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) this.unreadableCharacters++
    this.buffer = this.next < this.buffer.length ? this.buffer.slice(this.next) + text : text
    this.next = 0
    this.wholeLines = this.ended ? this.buffer.length : afterLastLineEnd(this.buffer, 0, this.buffer.length)
  }

  /** Steps to the next record; false where more bytes are needed, or after `finish` where there is none. */
  read(): boolean {
    for (;;) {
      while (this.nextInBlock < this.block.length) {
        const found = this.block[this.nextInBlock++]!
        if (found.cells !== null && isBlank(found.cells)) continue
        this.current = found
        this.line = found.line
        this.cells = found.cells ?? none
        this.malformed = found.cells === null
        return true
      }
      while (this.linesToSkip > 0 && this.next < this.wholeLines) {
        this.next = afterLineEnd(this.buffer, lineEnd(this.buffer, this.next))
        this.nextLine++
        this.linesToSkip--
      }
      if (this.next >= this.wholeLines) return false
      this.block = this.readBlock()
      this.nextInBlock = 0
      if (this.block.length === 0) return false
    }
  }

  /** Text of the current record as the file spells it, without its line end. */
  raw(): string {
    return this.current.raw
  }

  /** Text of a cell, quotes taken off; '' beyond the last cell. */
  cell(index: number): string {
    return this.cells[index] ?? ''
  }

  /** The next whole lines as records; none where a record goes on in bytes to come. */
  private readBlock(): readonly FoundRecord[] {
    const end = this.blockEnd()
    const lines = this.buffer.slice(this.next, end).split(/\r\n|\n|\r/)
    if (lines.at(-1) === '') lines.pop()
    const rows = splitLines(lines, this.delimiter)
    if (rows === null || rows.length === 0) return this.readLines(end)
    if (rows.length === lines.length) return rows.map((cells, at) => this.oneLine(cells, lines[at]!))
    let at = 0
    return rows.map((cells) => {
      const { next: start, nextLine: line } = this
      const lineCount = linesOf(cells)
      const lineEnds: string[] = []
      let recordEnd = start
      for (let left = lineCount; left > 0; left--) {
        recordEnd = this.next + lines[at++]!.length
        this.next = afterLineEnd(this.buffer, recordEnd)
        lineEnds.push(this.buffer.slice(recordEnd, this.next))
      }
      this.nextLine += lineCount
      const raw = this.buffer.slice(start, recordEnd)
      return { line, cells: lineCount > 1 ? withLineEnds(cells, lineEnds) : cells, raw }
    })
  }

  /** Steps over a line that is one record. */
  private oneLine(cells: readonly string[], raw: string): FoundRecord {
    this.next = afterLineEnd(this.buffer, this.next + raw.length)
    return { line: this.nextLine++, cells, raw }
  }

  private blockEnd(): number {
    const { buffer, wholeLines } = this
    const most = this.next + blockLength
    if (most >= wholeLines) return wholeLines
    const end = afterLastLineEnd(buffer, this.next, most)
    return end > this.next ? end : afterLineEnd(buffer, lineEnd(buffer, most))
  }

  private readLines(end: number): readonly FoundRecord[] {
    const found: FoundRecord[] = []
    while (this.next < end) {
      const record = this.readRecord()
      if (record === null) break
      found.push(record)
    }
    return found
  }

  /** The next record, with as many lines as it needs; null where the last of them is still to come. */
  private readRecord(): FoundRecord | null {
    const { buffer, next: start, nextLine: line } = this
    const firstEnd = lineEnd(buffer, start)
    let from = start
    for (let lines = 1; ; lines++) {
      const end = lineEnd(buffer, from)
      // A line without a quote cannot close one.
      const cells = lines === 1 || buffer.slice(from, end).includes('"') ? splitRecord(buffer.slice(start, end), this.delimiter) : 'open'
      from = afterLineEnd(buffer, end)
      if (typeof cells !== 'string') {
        this.next = from
        this.nextLine += lines
        return { line, cells, raw: buffer.slice(start, end) }
      }
      // Nothing is decided before the bound is reached, or the size of the pieces would change the outcome.
      if (cells === 'open' && end - start <= longestOpenRecord) {
        if (from < this.wholeLines) continue
        if (!this.ended) return null
      }
      this.next = afterLineEnd(buffer, firstEnd)
      this.nextLine++
      return { line, cells: null, raw: buffer.slice(start, firstEnd) }
    }
  }

  /**
   * The current record with exactly `width` cells, as the file spells it, so that columns
   * appended to it line up: missing cells are added empty; what is too much is joined to the
   * last cell, in quotes, so that no text is lost.
   */
  rawOfWidth(width: number): string {
    const { cells, delimiter } = this
    if (this.malformed) return quoteCell(this.raw()) + delimiter.repeat(width - 1)
    if (cells.length <= width) return this.raw() + delimiter.repeat(width - cells.length)
    const head = width > 1 ? spellingOfFirst(width - 1, this.raw(), delimiter) + delimiter : ''
    return head + quoteCell(cells.slice(width - 1).join(delimiter))
  }
}

/** A cell in quotes, quotes inside doubled. */
export function quoteCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) {
    for (let at = 0; at < cell.length; at++) {
      const code = cell.charCodeAt(at)
      if (code > 32 && code !== 0xa0) return false
    }
  }
  return true
}

/** Lines of a record, whose line ends in quotes are LF. */
function linesOf(cells: readonly string[]): number {
  let count = 1
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}

/** Cells with the line ends that the file has in them, in its order. */
function withLineEnds(cells: readonly string[], lineEnds: readonly string[]): readonly string[] {
  let used = 0
  return cells.map((cell) => cell.replace(/\n/g, () => lineEnds[used++]!))
}
