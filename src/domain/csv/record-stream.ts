import type { Dialect } from './dialect'

/**
 * A quoted cell longer than this (in UTF-16 units) is taken as a quote that was never closed:
 * without a bound one stray quote would swallow the rest of the file.
 */
export const longestQuotedCell = 65_536

const quote = 34
const lineFeed = 10
const carriageReturn = 13

const plain = 0
const quoted = 1
/** Quoted with doubled quotes inside, or with text behind the closing quote. */
const escaped = 2

/**
 * Records of a delimited file, pulled one at a time from bytes pushed in pieces of any size.
 *
 * Cells are offsets into the text, so that numbers are read without making a string of each:
 * with strings a million rows of ten columns cost several times as much. The record's own
 * text stays at hand (`raw`), so that a file can be written out again as it came.
 *
 * Quotes as in RFC 4180: a cell that begins with a quote runs to the next quote that is not
 * doubled, over delimiters and line ends. What stands between a closing quote and the next
 * delimiter belongs to the cell. Lines end with LF, CR LF or CR. A quoted cell that runs over a
 * line end and does not close cleanly was never closed: the line that it stands on becomes one
 * `malformed` record and reading goes on with the next line. Lines without a single
 * non-blank cell are no records.
 */
export class RecordStream {
  /** 1-based physical line on which the current record starts. */
  line = 0
  /** Cells of the current record; 0 where it is malformed. */
  cellCount = 0
  malformed = false
  /** Characters that the encoding could not read, so far. */
  unreadableCharacters = 0

  private readonly decoder: TextDecoder
  private readonly delimiter: number
  private readonly delimiterText: string
  private linesToSkip: number
  private buffer = ''
  private ended = false
  /** Where the next record starts in the buffer, and its line. */
  private next = 0
  private nextLine = 1
  private start = 0
  private end = 0
  private starts = new Int32Array(64)
  private ends = new Int32Array(64)
  private kinds = new Uint8Array(64)

  constructor(dialect: Dialect) {
    this.decoder = new TextDecoder(dialect.encoding)
    this.delimiterText = dialect.delimiter
    this.delimiter = dialect.delimiter.charCodeAt(0)
    this.linesToSkip = dialect.linesBeforeHeader
  }

  /** The next bytes of the file. Pull all records (`read`) before pushing more. */
  push(bytes: Uint8Array): void {
    this.take(this.decoder.decode(bytes, { stream: true }))
  }

  /** No more bytes: what is still held is the last record. */
  finish(): void {
    this.take(this.decoder.decode())
    this.ended = true
  }

  private take(text: string): void {
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) this.unreadableCharacters++
    this.buffer = this.next < this.buffer.length ? this.buffer.slice(this.next) + text : text
    this.next = 0
  }

  /** Steps to the next record; false where more bytes are needed, or after `finish` where there is none. */
  read(): boolean {
    while (this.linesToSkip > 0) {
      const end = this.lineEnd(this.next)
      if (end < 0) return false
      this.next = this.afterLineEnd(end)
      this.nextLine++
      this.linesToSkip--
    }
    while (this.next < this.buffer.length) {
      if (!this.scan()) return false
      if (this.malformed || !this.isBlank()) return true
    }
    return false
  }

  /** Text of the current record as the file spells it, without its line end. */
  raw(): string {
    return this.buffer.slice(this.start, this.end)
  }

  /** Text of a cell, quotes taken off; '' beyond the last cell. */
  cell(index: number): string {
    if (index >= this.cellCount) return ''
    const start = this.starts[index]!
    const end = this.ends[index]!
    if (this.kinds[index] === escaped) return unescape(this.buffer.slice(start, end))
    return this.buffer.slice(start, end)
  }

  /** The spelling of cell `index`, as offsets into `text`, for reading without a string; only where `isSimple`. */
  cellStart(index: number): number {
    return this.starts[index]!
  }

  cellEnd(index: number): number {
    return this.ends[index]!
  }

  isSimple(index: number): boolean {
    return this.kinds[index] !== escaped
  }

  /** What `cellStart` and `cellEnd` point into; valid until the next `push`. */
  get text(): string {
    return this.buffer
  }

  private scan(): boolean {
    const { buffer, delimiter } = this
    const { length } = buffer
    const start = this.next
    let lines = 1
    let count = 0
    let at = start
    for (;;) {
      if (count === this.starts.length) this.grow()
      let code = at < length ? buffer.charCodeAt(at) : -1
      if (code === quote) {
        let kind = quoted
        let close = at + 1
        for (;;) {
          close = buffer.indexOf('"', close)
          if (close < 0 || close - at > longestQuotedCell) {
            // Nothing is decided before the bound is reached, or chunk sizes would change the outcome.
            if (!this.ended && length - at <= longestQuotedCell + 1) return false
            return this.giveUpLine(start)
          }
          if (close + 1 === length && !this.ended) return false
          if (close + 1 >= length || buffer.charCodeAt(close + 1) !== quote) break
          kind = escaped
          close += 2
        }
        const inside = countLineEnds(buffer, at + 1, close)
        let from = at + 1
        let to = close
        at = close + 1
        code = at < length ? buffer.charCodeAt(at) : -1
        if (code !== delimiter && code !== lineFeed && code !== carriageReturn && code !== -1) {
          if (inside > 0) return this.giveUpLine(start)
          while (code !== delimiter && code !== lineFeed && code !== carriageReturn && code !== -1) {
            at++
            code = at < length ? buffer.charCodeAt(at) : -1
          }
          kind = escaped
        }
        if (kind === escaped) {
          from--
          to = at
        }
        lines += inside
        this.starts[count] = from
        this.ends[count] = to
        this.kinds[count] = kind
      } else {
        this.starts[count] = at
        while (code !== delimiter && code !== lineFeed && code !== carriageReturn && code !== -1) {
          at++
          code = at < length ? buffer.charCodeAt(at) : -1
        }
        this.ends[count] = at
        this.kinds[count] = plain
      }
      count++
      if (code === delimiter) {
        at++
        continue
      }
      if (code === -1 && !this.ended) return false
      // The line feed that belongs to this CR may still be on its way.
      if (code === carriageReturn && at + 1 === length && !this.ended) return false
      return this.settle(start, at, lines, count, false)
    }
  }

  private giveUpLine(start: number): boolean {
    const end = this.lineEnd(start)
    return end >= 0 && this.settle(start, end, 1, 0, true)
  }

  private settle(start: number, end: number, lines: number, cellCount: number, malformed: boolean): true {
    this.start = start
    this.end = end
    this.line = this.nextLine
    this.cellCount = cellCount
    this.malformed = malformed
    this.next = this.afterLineEnd(end)
    this.nextLine += lines
    return true
  }

  /** Offset of the line end at or after `from`; the end of the text once it is all there; -1 where it may still come. */
  private lineEnd(from: number): number {
    const { buffer } = this
    for (let at = from; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at)
      if (code === lineFeed) return at
      if (code === carriageReturn) return at + 1 === buffer.length && !this.ended ? -1 : at
    }
    return this.ended ? buffer.length : -1
  }

  private afterLineEnd(end: number): number {
    return this.buffer.charCodeAt(end) === carriageReturn && this.buffer.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1
  }

  private isBlank(): boolean {
    for (let index = 0; index < this.cellCount; index++) {
      for (let at = this.starts[index]!; at < this.ends[index]!; at++) {
        const code = this.buffer.charCodeAt(at)
        if (code > 32 && code !== 0xa0) return false
      }
    }
    return true
  }

  private grow(): void {
    const starts = new Int32Array(this.starts.length * 2)
    const ends = new Int32Array(starts.length)
    const kinds = new Uint8Array(starts.length)
    starts.set(this.starts)
    ends.set(this.ends)
    kinds.set(this.kinds)
    this.starts = starts
    this.ends = ends
    this.kinds = kinds
  }

  /**
   * The current record with exactly `width` cells, as the file spells it, so that columns
   * appended to it line up: missing cells are added empty; what is too much is joined to the
   * last cell, in quotes, so that no text is lost.
   */
  rawOfWidth(width: number): string {
    if (this.malformed) return quoteCell(this.raw()) + this.delimiterText.repeat(width - 1)
    if (this.cellCount <= width) return this.raw() + this.delimiterText.repeat(width - this.cellCount)
    const cells: string[] = []
    for (let index = width - 1; index < this.cellCount; index++) cells.push(this.cell(index))
    const head = width > 1 ? this.buffer.slice(this.start, this.spellingEnd(width - 2)) + this.delimiterText : ''
    return head + quoteCell(cells.join(this.delimiterText))
  }

  /** Where the spelling of a cell ends, its closing quote included. */
  private spellingEnd(index: number): number {
    return this.ends[index]! + (this.kinds[index] === quoted ? 1 : 0)
  }
}

/** Quotes off an `escaped` cell: its spelling from the opening quote on. */
function unescape(spelling: string): string {
  let text = ''
  let at = 1
  for (;;) {
    const close = spelling.indexOf('"', at)
    if (close < 0) return text + spelling.slice(at)
    text += spelling.slice(at, close)
    if (spelling.charCodeAt(close + 1) !== quote) return text + spelling.slice(close + 1)
    text += '"'
    at = close + 2
  }
}

/** A cell in quotes, quotes inside doubled. */
export function quoteCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** Line ends between two offsets; CR LF counts once. */
function countLineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) count++
  }
  return count
}
