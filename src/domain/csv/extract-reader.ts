import type { Dialect } from './dialect'
import { faultOf } from './fault-sentences'
import { fieldNamed, type FieldName } from './fields'
import { finishExtract } from './finish-extract'
import { GrowingRows } from './growing-rows'
import { type IdentifierCodes, noName, totalName } from './identifier-codes'
import type { Mapping } from './mapping'
import { firstPlausibleDay, lastPlausibleDay, parseDate } from './parse-date'
import { isMissing, notPlain, parseFlag, parseNumber, parsePlainNumber } from './parse-number'
import { ProblemList } from './problem-list'
import { expectedOf, issueOf } from './problem-sentences'
import type { Outcome, ProblemCode } from './problems'
import type { FileRead, ReadResult } from './read-result'
import { RecordStream } from './record-stream'
import { type NumericTarget, type RecordTargets, recordTargets } from './record-targets'
import { saysTotal } from './total-rows'

/** Numbers beyond are no units and no prices: a barcode in the wrong column, or an overflow. */
const largestPlausible = 1e9

/**
 * Reads an extract, of one file or of several: `push` the bytes of a file in pieces of any size, in
 * order; `nextFile` before those of the next one; then `finish`. To cancel, stop pushing. A piece
 * of 1 MiB keeps each call below 50 ms.
 *
 * A bad cell is taken as missing, a bad row is left out; both are counted, listed and explained
 * by record. Only an extract of which nothing can be used gives a fault. Where files state the same
 * store, SKU and day, the file that is read later stands.
 */
export class ExtractReader {
  private stream: RecordStream
  private targets: RecordTargets
  private mapping: Mapping
  private readonly rows: GrowingRows
  private readonly problems = new ProblemList()
  private readonly issues = new Map<number, string>()
  private readonly files: FileRead[] = []
  private readonly dayOfText = new Map<string, number>()
  private headers: readonly string[] | null = null
  /** The file in hand: its name, its bytes so far, and the ordinal of its first record. */
  private file: { readonly name: string; bytes: number; readonly firstRecord: number }
  private unreadableCharacters = 0
  private record = -1

  /** @throws where the mapping lacks a field without which nothing can be read; see `MappingProposal.missing`. */
  constructor(dialect: Dialect, mapping: Mapping, name = '') {
    this.stream = new RecordStream(dialect)
    this.mapping = mapping
    this.targets = recordTargets(mapping)
    this.file = { name, bytes: 0, firstRecord: 0 }
    this.rows = new GrowingRows([], [])
    this.addColumns()
  }

  /** Ends the file in hand and begins another, under its own dialect and mapping. @throws as the constructor does. */
  nextFile(dialect: Dialect, mapping: Mapping, name: string): void {
    this.endFile()
    this.stream = new RecordStream(dialect)
    this.mapping = mapping
    this.targets = recordTargets(mapping)
    this.file = { name, bytes: 0, firstRecord: this.records }
    this.headers = null
    // What a text means as a day depends on the order of the parts.
    this.dayOfText.clear()
    this.addColumns()
  }

  private addColumns(): void {
    const { numeric, texts } = this.targets
    this.rows.addColumns(
      numeric.map((target) => target.column),
      texts.map((target) => target.column),
    )
  }

  private endFile(): void {
    this.stream.finish()
    this.drain()
    this.unreadableCharacters += this.stream.unreadableCharacters
    const { name, bytes, firstRecord } = this.file
    this.files.push({ name, bytes, firstRecord, records: this.records - firstRecord, headers: this.headers ?? [], mapping: this.mapping })
  }

  /** Data records seen so far. */
  get records(): number {
    return Math.max(0, this.record + 1)
  }

  push(bytes: Uint8Array): void {
    this.file.bytes += bytes.length
    this.stream.push(bytes)
    this.drain()
  }

  private drain(): void {
    const { stream } = this
    while (stream.read()) {
      if (this.headers === null) this.headers = stream.cells
      else {
        this.record++
        this.readRow(this.headers)
      }
    }
  }

  private readRow(headers: readonly string[]): void {
    const { stream, rows } = this
    if (stream.malformed) {
      this.badRow('unclosed-quote', -1, null, stream.raw(), expectedOf.closedQuote())
      return
    }
    if (stream.cells.length !== headers.length && !this.cellsFit(headers.length)) return
    const day = this.readDay()
    if (Number.isNaN(day)) return
    rows.reserve()
    const row = rows.count
    const { skuAt, storeAt } = this.targets
    const sku = this.readIdentifier(rows.skus, skuAt, 'sku_id')
    if (sku < 0) return
    const store = storeAt < 0 ? rows.stores.read('1') : this.readIdentifier(rows.stores, storeAt, 'store_id')
    if (store < 0) return
    rows.day[row] = day
    rows.sku[row] = sku
    rows.store[row] = store
    rows.record[row] = this.record
    rows.line[row] = stream.line
    for (const target of this.targets.numeric) rows.numbers.get(target.column)!.values[row] = this.readNumber(target)
    for (const { at, column } of this.targets.texts) {
      const text = rows.texts.get(column)!
      const found = stream.cell(at)
      text.codes[row] = text.names.known(found) ?? (isMissing(found) ? -1 : text.names.codeOf(found))
    }
    rows.count++
  }

  /** A record of another width than the header: can its cells be trusted to stand in their columns? */
  private cellsFit(width: number): boolean {
    const { stream } = this
    const cellCount = stream.cells.length
    if (cellCount > width) {
      let filled = false
      for (let at = width; at < cellCount; at++) filled ||= stream.cell(at).trim() !== ''
      if (!filled) return true
      this.badRow('too-many-cells', -1, null, `${cellCount} cells`, expectedOf.cells(width))
      return false
    }
    const usable = cellCount >= this.targets.cellsNeeded
    if (usable) this.badCell('too-few-cells', -1, null, `${cellCount} cells`, expectedOf.cells(width))
    else if (this.rowSaysTotal()) this.badRow('total-row', -1, null, stream.raw(), expectedOf.storeItemRow())
    else this.badRow('too-few-cells', -1, null, `${cellCount} cells`, expectedOf.cells(width))
    return usable
  }

  private readDay(): number {
    const text = this.stream.cell(this.targets.dateAt)
    let day = this.dayOfText.get(text)
    if (day === undefined) {
      day = parseDate(text, this.mapping.dateOrder)
      this.dayOfText.set(` ${text}`.slice(1), day)
    }
    if (day >= firstPlausibleDay && day <= lastPlausibleDay) return day
    if (this.rowSaysTotal()) this.badRow('total-row', this.targets.dateAt, 'date', this.stream.raw(), expectedOf.storeItemRow())
    else if (isMissing(text)) this.badRow('missing-value', this.targets.dateAt, 'date', text, expectedOf.date(this.mapping.dateOrder))
    else if (Number.isNaN(day)) this.badRow('not-a-date', this.targets.dateAt, 'date', text, expectedOf.date(this.mapping.dateOrder))
    else this.badRow('outside-plausible-range', this.targets.dateAt, 'date', text, expectedOf.plausibleDate())
    return Number.NaN
  }

  /** Code of the identifier; below 0 where the row cannot be used. */
  private readIdentifier(identifiers: IdentifierCodes, at: number, name: 'sku_id' | 'store_id'): number {
    const text = this.stream.cell(at)
    const code = identifiers.read(text)
    if (code === totalName) this.badRow('total-row', at, name, text, expectedOf.storeItemRow())
    else if (code === noName) {
      if (this.rowSaysTotal()) this.badRow('total-row', at, name, this.stream.raw(), expectedOf.storeItemRow())
      else this.badRow('missing-value', at, name, text, expectedOf.value(fieldNamed(name).label))
    }
    return code
  }

  private rowSaysTotal(): boolean {
    return [0, this.targets.dateAt, this.targets.skuAt, this.targets.storeAt].some((at) => at >= 0 && saysTotal(this.stream.cell(at)))
  }

  private readNumber(target: NumericTarget): number {
    const { stream } = this
    const { at, field } = target
    const text = stream.cell(at)
    const plain = parsePlainNumber(text, this.mapping.decimal.charCodeAt(0))
    if (plain !== notPlain && (target.flag ? plain === 0 || plain === 1 : Math.abs(plain) <= largestPlausible)) return plain
    if (isMissing(text)) {
      if (target.required) this.badCell('missing-value', at, field.name, text, expectedOf.number(this.mapping.decimal))
      return Number.NaN
    }
    if (target.flag) {
      const flag = parseFlag(text)
      if (Number.isNaN(flag)) this.badCell('not-a-flag', at, field.name, text, expectedOf.flag())
      return flag
    }
    const value = parseNumber(text, this.mapping.decimal)
    if (Number.isNaN(value)) this.badCell('not-a-number', at, field.name, text, expectedOf.number(this.mapping.decimal))
    else if (Math.abs(value) > largestPlausible) {
      this.badCell('outside-plausible-range', at, field.name, text, expectedOf.plausibleNumber())
      return Number.NaN
    }
    return value
  }

  private header(at: number): string | null {
    return at < 0 ? null : (this.headers?.[at] ?? null)
  }

  private badCell(code: ProblemCode, at: number, field: FieldName | null, found: string, expected: string): void {
    const { record } = this
    const column = this.header(at)
    this.problems.add({ code, file: this.files.length, line: this.stream.line, record, column, field, found, expected, effect: 'cell' })
    // Only on-hand decides whether a row is scored.
    if (field === 'on_hand') this.issues.set(record, issueOf.cell(column ?? field, found, expected))
  }

  private badRow(code: ProblemCode, at: number, field: FieldName | null, found: string, expected: string): void {
    const { record } = this
    const column = this.header(at)
    this.problems.add({ code, file: this.files.length, line: this.stream.line, record, column, field, found, expected, effect: 'row' })
    this.issues.set(
      record,
      code === 'total-row' ? issueOf.total() : code === 'unclosed-quote' ? issueOf.malformed() : issueOf.cell(column ?? 'row', found, expected),
    )
  }

  /** Call once, after the last `push`. */
  finish(): Outcome<ReadResult> {
    this.endFile()
    if (this.files.every(({ headers }) => headers.length === 0)) return { ok: false, fault: faultOf('empty-file') }
    return finishExtract({
      rows: this.rows,
      problems: this.problems,
      issues: this.issues,
      files: this.files,
      records: this.records,
      unreadableCharacters: this.unreadableCharacters,
    })
  }
}
