import { type BuiltTable, buildTable } from '../table/build-table'
import { minimumHistoryDays, optionalNumericColumns } from '../table/extract-table'
import { faultOf } from './fault-sentences'
import { fields } from './fields'
import type { GrowingRows } from './growing-rows'
import { costOfMissing } from './missing-field-costs'
import { isoDay } from './parse-date'
import type { ProblemList } from './problem-list'
import { expectedOf, issueOf } from './problem-sentences'
import type { Outcome } from './problems'
import type { FileRead, ReadResult, ReadSummary } from './read-result'
import { sumStores } from './total-rows'

/** A file in which more rows than this share repeat a store, SKU and day with other figures holds no daily rows. */
const logShare = 0.3

/** What reading has gathered when the last record is in. */
export interface GatheredExtract {
  readonly rows: GrowingRows
  readonly problems: ProblemList
  /** By record; what only the whole file shows is added. */
  readonly issues: Map<number, string>
  readonly files: readonly FileRead[]
  readonly records: number
  readonly unreadableCharacters: number
}

/** From gathered rows to the table and its summary: sums dropped, restated days resolved, the calendar filled. */
export function finishExtract(gathered: GatheredExtract): Outcome<ReadResult> {
  const { rows, problems, issues, files } = gathered
  const noStore = files.every(({ mapping }) => mapping.columns.store_id === undefined)
  if (gathered.records === 0) return { ok: false, fault: faultOf('no-rows') }
  dropSums(gathered)
  if (rows.count === 0) {
    const first = problems.inFileOrder()[0]
    const place = first?.column == null ? '' : ` in "${first.column}"`
    return { ok: false, fault: faultOf('nothing-readable', first ? `: line ${first.line}${fileWords(files, first.file)} has '${first.found}'${place}, expected ${first.expected}` : '') }
  }

  const apart = fewestDaysApart(rows)
  if (apart >= 7) return { ok: false, fault: faultOf('not-daily', String(apart)) }

  const built = buildTable(rows.rows())
  const { table } = built
  if (listRestated(gathered, built) > logShare * rows.count) {
    return { ok: false, fault: faultOf('transaction-log', noStore ? ', or of several stores without a store column' : '') }
  }
  let firstDay = table.day[0]!
  let lastDay = firstDay
  for (const day of table.day) {
    if (day < firstDay) firstDay = day
    if (day > lastDay) lastDay = day
  }
  if (firstDay === lastDay) return { ok: false, fault: faultOf('one-day', ` (${isoDay(firstDay)})`) }

  return {
    ok: true,
    value: {
      table,
      summary: {
        files,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        records: gathered.records,
        recordsUsed: table.rowCount - built.filledDays,
        badRows: problems.badRows,
        badCells: problems.badCells,
        problemCounts: problems.counts,
        problems: problems.inFileOrder(),
        restatedDays: built.restated.length,
        filledDays: built.filledDays,
        sparse: built.calendar === 'sparse',
        storeAssumed: noStore,
        firstDay,
        lastDay,
        stores: table.stores.length,
        skus: table.skus.length,
        storeItems: built.storeItems,
        missingFields: missingFields(files),
        absentColumns: optionalNumericColumns.filter((name) => table.optional[name] === null),
        notes: notesOf(gathered, built, lastDay - firstDay + 1),
      },
      recordIssues: issues,
    },
  }
}

function missingFields(files: readonly FileRead[]): ReadSummary['missingFields'] {
  return fields.flatMap(({ name, meaning }) => {
    const having = files.filter(({ mapping }) => mapping.columns[name] !== undefined).length
    if (having === files.length) return []
    const cost = costOfMissing[name] ?? meaning
    return [{ field: name, cost: having === 0 ? cost : `Only ${having} of ${files.length} files have it. For the others: ${cost}` }]
  })
}

/** The shortest step between two days that the file has; NaN where it has one day only. */
function fewestDaysApart({ day, count }: GrowingRows): number {
  const days = Int32Array.from(new Set(day.subarray(0, count))).sort()
  let fewest = Number.NaN
  for (let at = 1; at < days.length; at++) {
    const step = days[at]! - days[at - 1]!
    if (!(step >= fewest)) fewest = step
  }
  return fewest
}

/** Rows of stores that are the sum of the others go. */
function dropSums({ rows, problems, issues, files }: GatheredExtract): void {
  const sums = sumStores(rows.rows())
  if (sums.size === 0) return
  rows.remove((row) => {
    const store = rows.store[row]!
    if (!sums.has(store)) return false
    const place = placeOf(files, rows, row)
    const { headers, mapping } = files[place.file]!
    problems.addLate({
      ...place,
      code: 'total-row',
      column: headers[mapping.columns.store_id ?? -1] ?? null,
      field: 'store_id',
      found: rows.stores.codes.names[store]!,
      expected: expectedOf.storeItemRow(),
      effect: 'row',
    })
    issues.set(rows.record[row]!, issueOf.total())
    return true
  })
}

/** Lists the restated days; answers how many of them had other figures than the row that stands. */
function listRestated({ rows, problems, issues, files }: GatheredExtract, { restated, restatedBy }: BuiltTable): number {
  const stock = rows.numbers.get('onHand')!.values
  const sold = rows.numbers.get('unitsSold')!.values
  let differing = 0
  const inFileOrder = restated.map((row, at) => ({ row, by: restatedBy[at]! })).sort((a, b) => a.row - b.row)
  for (const { row, by } of inFileOrder) {
    if (!Object.is(sold[row], sold[by]) || !Object.is(stock[row], stock[by])) differing++
    const stands = placeOf(files, rows, by)
    const inFile = fileWords(files, stands.file)
    const found = `${rows.stores.codes.names[rows.store[row]!]!}, ${rows.skus.codes.names[rows.sku[row]!]!}, ${isoDay(rows.day[row]!)}`
    problems.addLate({ ...placeOf(files, rows, row), code: 'restated-day', column: null, field: null, found, expected: expectedOf.oneRowADay(stands.line, inFile), effect: 'row' })
    issues.set(rows.record[row]!, issueOf.restated(stands.line, inFile))
  }
  return differing
}

function notesOf({ files, unreadableCharacters }: GatheredExtract, built: BuiltTable, days: number): readonly string[] {
  const notes: string[] = []
  const storeless = files.filter(({ mapping }) => mapping.columns.store_id === undefined).length
  if (storeless === files.length) notes.push('No column names a store: all rows are taken as one store.')
  else if (storeless > 0) notes.push(`Files without a column for the store, whose rows are taken as those of a store named 1: ${storeless}.`)
  const empty = files.filter(({ records }) => records === 0)
  if (empty.length > 0) notes.push(`Files without a row below the header: ${empty.map(({ name }) => name).join(', ')}.`)
  if (files.length > 1 && built.restated.length > 0) {
    notes.push(`Days that more than one row states: ${built.restated.length}. Of two files the later one stands, in the order in which they are listed here.`)
  }
  if (built.table.optional.forecastUnits === null) notes.push('No forecast in the file: our own, by weekday from past sales, is used.')
  if (built.calendar === 'sparse') {
    notes.push('Rows stand only on days with movement: the days between were filled with zero sales and the on-hand of the day before.')
  } else if (built.filledDays > 0) {
    notes.push('Days that the file leaves out are taken as unknown; on-hand is carried forward over them.')
  }
  if (built.openGaps > 0) notes.push(`Gaps too long to fill: ${built.openGaps}. The days after each start a new history.`)
  if (days < minimumHistoryDays) {
    notes.push(`The file covers ${days} days; an item needs ${minimumHistoryDays} days of history before it can be alerted.`)
  }
  if (unreadableCharacters > 0) notes.push(`Characters that do not belong to the encoding of the file, shown as \uFFFD: ${unreadableCharacters}.`)
  return notes
}

function placeOf(files: readonly FileRead[], rows: GrowingRows, row: number): { readonly file: number; readonly line: number; readonly record: number } {
  const record = rows.record[row]!
  return { file: files.findLastIndex(({ firstRecord }) => firstRecord <= record), line: rows.line[row]!, record }
}

/** ` of monday.csv`; nothing where there is one file only. */
function fileWords(files: readonly FileRead[], file: number): string {
  return files.length > 1 ? ` of ${files[file]!.name}` : ''
}
