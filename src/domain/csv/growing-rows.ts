import { type OptionalNumericColumn, optionalNumericColumns, type TextColumn, textColumns } from '../table/extract-table'
import type { TableRows } from '../table/table-rows'
import { IdentifierCodes } from './identifier-codes'
import { NameCodes } from './name-codes'

export type NumericColumn = 'onHand' | 'unitsSold' | 'phantom' | OptionalNumericColumn

/** The array is another one when the rows have outgrown it. */
interface NumberColumn {
  values: Float64Array
}

interface CodedColumn {
  readonly names: NameCodes
  codes: Int32Array
}

/**
 * Typed columns that grow together while a file is read; row `count` is the one being written.
 * Never an object a row.
 */
export class GrowingRows {
  count = 0
  readonly stores = new IdentifierCodes()
  readonly skus = new IdentifierCodes()
  store = new Int32Array(4096)
  sku = new Int32Array(4096)
  day = new Int32Array(4096)
  /** Ordinal and line of the row's record. */
  record = new Int32Array(4096)
  line = new Int32Array(4096)
  readonly numbers = new Map<NumericColumn, NumberColumn>()
  readonly texts = new Map<TextColumn, CodedColumn>()

  constructor(numeric: readonly NumericColumn[], text: readonly TextColumn[]) {
    this.addColumns(['onHand', 'unitsSold', ...numeric], text)
  }

  /** Columns that are not here yet; the rows that stand are missing in them. */
  addColumns(numeric: readonly NumericColumn[], text: readonly TextColumn[]): void {
    const { length } = this.store
    for (const column of numeric) if (!this.numbers.has(column)) this.numbers.set(column, { values: new Float64Array(length).fill(Number.NaN) })
    for (const column of text) if (!this.texts.has(column)) this.texts.set(column, { names: new NameCodes(), codes: new Int32Array(length).fill(-1) })
  }

  /** Makes room for row `count`. */
  reserve(): void {
    if (this.count < this.store.length) return
    const length = this.store.length * 2
    this.store = longer(this.store, length)
    this.sku = longer(this.sku, length)
    this.day = longer(this.day, length)
    this.record = longer(this.record, length)
    this.line = longer(this.line, length)
    for (const column of this.numbers.values()) {
      const grown = new Float64Array(length).fill(Number.NaN, column.values.length)
      grown.set(column.values)
      column.values = grown
    }
    for (const text of this.texts.values()) {
      const grown = new Int32Array(length).fill(-1, text.codes.length)
      grown.set(text.codes)
      text.codes = grown
    }
  }

  /** The rows as `buildTable` takes them. */
  rows(): TableRows {
    return {
      rowCount: this.count,
      stores: this.stores.codes.names,
      skus: this.skus.codes.names,
      store: this.store,
      sku: this.sku,
      day: this.day,
      record: this.record,
      onHand: this.numbers.get('onHand')!.values,
      unitsSold: this.numbers.get('unitsSold')!.values,
      phantom: this.numbers.get('phantom')?.values ?? null,
      optional: Object.fromEntries(optionalNumericColumns.map((name) => [name, this.numbers.get(name)?.values ?? null])) as TableRows['optional'],
      text: Object.fromEntries(
        textColumns.map((name) => {
          const text = this.texts.get(name)
          return [name, text ? { values: text.names.names, codes: text.codes } : null]
        }),
      ) as TableRows['text'],
    }
  }

  /** Drops the rows for which `drop` says so; the others keep their order. */
  remove(drop: (row: number) => boolean): void {
    let to = 0
    for (let from = 0; from < this.count; from++) {
      if (drop(from)) continue
      if (to < from) {
        for (const column of [this.store, this.sku, this.day, this.record, this.line]) column[to] = column[from]!
        for (const { values } of this.numbers.values()) values[to] = values[from]!
        for (const text of this.texts.values()) text.codes[to] = text.codes[from]!
      }
      to++
    }
    this.count = to
  }
}

function longer(values: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length)
  grown.set(values)
  return grown
}
