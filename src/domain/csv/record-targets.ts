/** Where the cells of a record go under a mapping. */
import type { TextColumn } from '../table/extract-table'
import { type Field, fieldNamed, type FieldName, fields } from './fields'
import type { NumericColumn } from './growing-rows'
import type { Mapping } from './mapping'

export interface NumericTarget {
  readonly field: Field
  readonly at: number
  readonly column: NumericColumn
  readonly flag: boolean
  readonly required: boolean
}

export interface TextTarget {
  readonly at: number
  readonly column: TextColumn
}

export interface RecordTargets {
  readonly dateAt: number
  readonly skuAt: number
  /** -1: no column names a store. */
  readonly storeAt: number
  readonly numeric: readonly NumericTarget[]
  readonly texts: readonly TextTarget[]
  /** Cells that a record must have to be of use. */
  readonly cellsNeeded: number
}

/** @throws where the mapping lacks a field without which nothing can be read; see `MappingProposal.missing`. */
export function recordTargets(mapping: Mapping): RecordTargets {
  const columnOf = (name: FieldName) => mapping.columns[name] ?? -1
  const absent = fields.filter((field) => field.need === 'always' && columnOf(field.name) < 0)
  if (absent.length > 0) throw new Error(`The mapping has no column for ${absent.map((field) => field.name).join(', ')}.`)
  const [dateAt, skuAt, storeAt] = [columnOf('date'), columnOf('sku_id'), columnOf('store_id')]
  const mapped = fields.filter((field) => columnOf(field.name) >= 0).map((field) => fieldNamed(field.name))
  return {
    dateAt,
    skuAt,
    storeAt,
    numeric: mapped
      .filter((field) => field.kind === 'number' || field.kind === 'flag')
      .map((field) => ({ field, at: columnOf(field.name), column: field.column as NumericColumn, flag: field.kind === 'flag', required: field.need === 'always' })),
    texts: mapped.filter((field) => field.kind === 'text').map((field) => ({ at: columnOf(field.name), column: field.column as TextColumn })),
    cellsNeeded: 1 + Math.max(dateAt, skuAt, storeAt, columnOf('on_hand'), columnOf('units_sold')),
  }
}
