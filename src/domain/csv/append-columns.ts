import type { Delimiter, Dialect } from './dialect'
import { quoteCell, RecordStream } from './record-stream'

/**
 * Text that a spreadsheet may take for a formula gets a leading apostrophe (as OWASP advises
 * for CSV injection); numbers, negative ones too, stay as they are. For cells that we add:
 * cells of the user's file are never touched.
 */
export function safeText(text: string): string {
  // Full-width signs, and a blank or NUL in front, do not stop every program.
  const risky = /^(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/.test(text) && !/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text)
  return risky ? `'${text}` : text
}

/** `safeText` as a cell: in quotes where the delimiter, a quote, a line end or outer blanks need them. */
export function safeCell(text: string, delimiter: Delimiter): string {
  const safe = safeText(text)
  return safe.includes(delimiter) || /["\n\r]/.test(safe) || safe.trim() !== safe ? quoteCell(safe) : safe
}

/**
 * The records of an extract as they came, with columns of ours behind them: one line a record in
 * input order. Lines before the header and blank lines are left out; short records are padded
 * and long ones folded into their last cell, so that our columns line up. The result is text
 * with LF line ends, to be written as UTF-8.
 */
export class ColumnAppender {
  private readonly stream: RecordStream
  private record = -1
  private width = 0

  /**
   * @param names headers of the added columns
   * @param cellsOf the added cells of a data record (0-based ordinal, as in `ExtractTable.record`), one a name
   */
  constructor(
    private readonly dialect: Dialect,
    private readonly names: readonly string[],
    private readonly cellsOf: (record: number) => readonly string[],
  ) {
    this.stream = new RecordStream(dialect)
  }

  /** Takes the next bytes of the extract; returns the lines that they complete. */
  push(bytes: Uint8Array): string {
    this.stream.push(bytes)
    return this.lines()
  }

  /** The last lines. */
  finish(): string {
    this.stream.finish()
    return this.lines()
  }

  private lines(): string {
    const { stream } = this
    const { delimiter } = this.dialect
    const lines: string[] = []
    while (stream.read()) {
      if (this.record < 0) this.width = Math.max(1, stream.cells.length)
      const added = this.record < 0 ? this.names : this.cellsOf(this.record)
      lines.push(stream.rawOfWidth(this.width) + added.map((cell) => delimiter + safeCell(cell, delimiter)).join('') + '\n')
      this.record++
    }
    return lines.join('')
  }
}
