/** The extract that the fake engine proposes and opens. */
import { fields } from '../domain/csv/fields'
import type { MappingProposal } from '../domain/csv/mapping'
import type { Layout } from '../domain/csv/propose-group'
import type { OpenedExtract } from '../engine/engine'
import { days, fakeRows, lastDay } from './fake-rows'

const columns = ['date', 'store_id', 'sku_id', 'on_hand', 'units_sold', 'category', 'item_name', 'price'] as const

export const fakeProposal: MappingProposal = {
  dialect: { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 },
  headers: columns,
  preview: [['2024-10-04', '001', '0001', '12', '0', 'Household', 'AA batteries 8', '2.50']],
  mapping: { columns: Object.fromEntries(columns.map((name, column) => [name, column])), dateOrder: 'ymd', decimal: '.' },
  matches: columns.map((field, column) => ({ field, column, confidence: 1, reason: 'The header is the field name.' })),
  questions: [],
  missing: [],
}

/** Files under one proposal, in the order of their names' places. */
export function layoutOf(proposal: MappingProposal, names: readonly string[]): Layout {
  const columns = proposal.headers.map((_, at) => at)
  return { proposal, files: names.map((name, file) => ({ file, name, dialect: proposal.dialect, columns, latestDay: lastDay - 7 + file, mended: false })) }
}

/** Without labels. */
export const fakeOpened: OpenedExtract = {
  summary: {
    files: [{ name: 'extract.csv', bytes: 1_000, records: fakeRows * days, firstRecord: 0, headers: columns, mapping: fakeProposal.mapping }],
    bytes: 1_000,
    records: fakeRows * days,
    recordsUsed: fakeRows * days - 1,
    badRows: 1,
    badCells: 2,
    problemCounts: { 'not-a-number': 2, 'too-few-cells': 1 },
    problems: [
      { code: 'not-a-number', file: 0, line: 12, record: 10, column: 'on_hand', field: 'on_hand', found: 'n/a', expected: 'a number of units', effect: 'cell' },
      { code: 'not-a-number', file: 0, line: 19, record: 17, column: 'units_sold', field: 'units_sold', found: '-', expected: 'a number of units', effect: 'cell' },
      { code: 'too-few-cells', file: 0, line: 33, record: 31, column: null, field: null, found: '3 cells', expected: '8 cells', effect: 'row' },
    ],
    restatedDays: 4,
    filledDays: 12,
    sparse: false,
    storeAssumed: false,
    firstDay: lastDay - days + 1,
    lastDay,
    stores: 4,
    skus: 40,
    storeItems: 40,
    missingFields: fields.filter(({ name }) => name === 'forecast_units').map(({ name }) => ({ field: name, cost: 'We forecast from past sales instead.' })),
    absentColumns: ['forecastUnits'],
    notes: ['The file has no forecast: our own is used.'],
  },
  stores: ['001', '002', '003', '004'],
  categories: ['Care', 'Dairy', 'Grocery', 'Household'],
  days: Int32Array.from({ length: days - 27 }, (_, i) => lastDay - days + 28 + i),
  latestDay: lastDay,
  scoredRows: fakeRows * days,
  candidateRows: fakeRows * (days - 27),
  labelled: { stated: 0, counted: 0 },
  hasPrice: true,
}
