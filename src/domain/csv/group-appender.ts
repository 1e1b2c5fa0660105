import { safeCell } from './append-columns'
import type { Delimiter, Dialect } from './dialect'
import { columnsOf } from './propose-group'
import type { FileRead } from './read-result'
import { quoteCell, RecordStream } from './record-stream'

/** The headers of all files: those of the first, then what each later one has beyond. */
export function headersOfAll(files: readonly Pick<FileRead, 'headers'>[]): readonly string[] {
  const all: string[] = []
  for (const { headers } of files) {
    const here = columnsOf(headers, all)
    all.push(...headers.filter((_, at) => here[at]! < 0))
  }
  return all
}

/**
 * The records of several files under one header line, with columns of ours behind them: the cells
 * as they came, each under its header, empty where a file has no such column. Call `nextFile`, then
 * `push` its bytes, file by file, then `finish`. The result is text with LF line ends.
 */
export class GroupAppender {
  private readonly headers: readonly string[]
  private stream: RecordStream | null = null
  private width = 0
  private columns: readonly number[] = []
  private isHeader = true
  private record = 0
  private begun = false

  /**
   * @param files all files, in the order in which their records are counted
   * @param delimiter what parts the cells of the result
   * @param names headers of the added columns
   * @param cellsOf the added cells of a data record, one a name; null: the record is left out
   */
  constructor(
    files: readonly Pick<FileRead, 'headers'>[],
    private readonly delimiter: Delimiter,
    private readonly names: readonly string[],
    private readonly cellsOf: (record: number) => readonly string[] | null,
  ) {
    this.headers = headersOfAll(files)
  }

  /** Ends the file in hand and begins the next; returns the lines that this completes. */
  nextFile(dialect: Dialect): string {
    const last = this.endFile()
    this.stream = new RecordStream(dialect)
    this.isHeader = true
    return last
  }

  push(bytes: Uint8Array): string {
    this.stream?.push(bytes)
    return this.lines()
  }

  finish(): string {
    return this.endFile()
  }

  private endFile(): string {
    this.stream?.finish()
    return this.lines()
  }

  private lines(): string {
    const { stream, delimiter } = this
    const lines: string[] = []
    while (stream?.read()) {
      if (this.isHeader) {
        this.isHeader = false
        this.width = stream.cells.length
        this.columns = columnsOf(this.headers, stream.cells)
        if (!this.begun) lines.push(`${[...this.headers.map((header) => this.spell(header)), ...this.names].join(delimiter)}\n`)
        this.begun = true
        continue
      }
      const added = this.cellsOf(this.record++)
      if (added === null) continue
      const cells = this.cellsInPlace(stream)
      lines.push(`${[...cells.map((cell) => this.spell(cell)), ...added.map((cell) => safeCell(cell, delimiter))].join(delimiter)}\n`)
    }
    return lines.join('')
  }

  /** A record that cannot be taken apart stands whole in its first cell; cells beyond the header are joined to the last one, so that no text is lost. */
  private cellsInPlace(stream: RecordStream): readonly string[] {
    if (stream.malformed) return this.headers.map((_, at) => (at === 0 ? stream.raw() : ''))
    const { cells } = stream
    const fitting = cells.length > this.width ? [...cells.slice(0, this.width - 1), cells.slice(this.width - 1).join(this.delimiter)] : cells
    return this.columns.map((column) => fitting[column] ?? '')
  }

  /** A cell of the user's file: in quotes where it needs them, else untouched. */
  private spell(text: string): string {
    return text.includes(this.delimiter) || /["\n\r]/.test(text) || text.trim() !== text ? quoteCell(text) : text
  }
}
