/** What a cell or a row should have held, in plain words. */
import type { DateOrder } from './mapping'

const exampleOf: Readonly<Record<DateOrder, string>> = { ymd: '2025-03-31', dmy: '31/03/2025 (day first)', mdy: '03/31/2025 (month first)' }

export const expectedOf = {
  date: (order: DateOrder) => `a date such as ${exampleOf[order]}`,
  plausibleDate: () => 'a date between 1990 and 2099',
  number: (decimal: '.' | ',') => `a number such as ${decimal === '.' ? '1234.5' : '1234,5'}, without a unit`,
  plausibleNumber: () => 'a number between -1 billion and 1 billion',
  flag: () => 'yes or no (1/0, true/false, yes/no)',
  value: (label: string) => `a value for ${label}`,
  cells: (count: number) => `${count} cells, as in the header`,
  closedQuote: () => 'a quotation mark that closes the cell on its line',
  storeItemRow: () => 'a row of one store and one item, not a total',
  oneRowADay: (line: number, ofFile: string) => `one row per store, SKU and day; line ${line}${ofFile} has the same day again and stands`,
}

/** Why a record has no score, for the predictions file. */
export const issueOf = {
  cell: (header: string, found: string, expected: string) =>
    found.trim() === '' ? `${header}: empty, expected ${expected}` : `${header}: '${found}' found, expected ${expected}`,
  restated: (line: number, ofFile: string) => `restated on line ${line}${ofFile}`,
  total: () => 'a total, not a row of one store and one item',
  malformed: () => 'a quotation mark is never closed on this line',
}
