import { type BuiltTable, buildTable } from '../table/build-table'
import { minimumHistoryDays, optionalNumericColumns } from '../table/extract-table'
import { faultOf } from './fault-sentences'
import { fields } from './fields'
import type { GrowingRows } from './growing-rows'
import type { Mapping } from './mapping'
import { costOfMissing } from './missing-field-costs'
import { isoDay } from './parse-date'
import type { ProblemList } from './problem-list'
import { expectedOf, issueOf } from './problem-sentences'
import type { Outcome } from './problems'
import type { ReadResult } from './read-result'
import { sumStores } from './total-rows'

/** A file in which more rows than this share repeat a store, SKU and day with other figures holds no daily rows. */
const logShare = 0.3

/** What reading has gathered when the last record is in. */
export interface GatheredExtract {
  readonly rows: GrowingRows
  readonly problems: ProblemList
  /** By record; what only the whole file shows is added. */
  readonly issues: Map<number, string>
  readonly mapping: Mapping
  readonly headers: readonly string[]
  readonly records: number
  readonly bytes: number
  readonly unreadableCharacters: number
}

/** From gathered rows to the table and its summary: sums dropped, restated days resolved, the calendar filled. */
export function finishExtract(gathered: GatheredExtract): Outcome<ReadResult> {
  const { rows, problems, issues, mapping } = gathered
  if (gathered.records === 0) return { ok: false, fault: faultOf('no-rows') }
  dropSums(gathered)
  if (rows.count === 0) {
    const first = problems.inFileOrder()[0]
    const place = first?.column == null ? '' : ` in "${first.column}"`
    return { ok: false, fault: faultOf('nothing-readable', first ? `: line ${first.line} has '${first.found}'${place}, expected ${first.expected}` : '') }
  }

  const apart = fewestDaysApart(rows)
  if (apart >= 7) return { ok: false, fault: faultOf('not-daily', String(apart)) }

  const built = buildTable(rows.rows())
  const { table } = built
  if (listRestated(gathered, built) > logShare * rows.count) {
    return { ok: false, fault: faultOf('transaction-log', mapping.columns.store_id === undefined ? ', or of several stores without a store column' : '') }
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
        bytes: gathered.bytes,
        records: gathered.records,
        recordsUsed: table.rowCount - built.filledDays,
        badRows: problems.badRows,
        badCells: problems.badCells,
        problemCounts: problems.counts,
        problems: problems.inFileOrder(),
        restatedDays: built.restated.length,
        filledDays: built.filledDays,
        sparse: built.calendar === 'sparse',
        storeAssumed: mapping.columns.store_id === undefined,
        firstDay,
        lastDay,
        stores: table.stores.length,
        skus: table.skus.length,
        storeItems: built.storeItems,
        missingFields: fields
          .filter(({ name }) => mapping.columns[name] === undefined)
          .map(({ name, meaning }) => ({ field: name, cost: costOfMissing[name] ?? meaning })),
        absentColumns: optionalNumericColumns.filter((name) => table.optional[name] === null),
        notes: notesOf(gathered, built, lastDay - firstDay + 1),
      },
      recordIssues: issues,
    },
  }
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
function dropSums({ rows, problems, issues, mapping, headers }: GatheredExtract): void {
  const sums = sumStores(rows.rows())
  if (sums.size === 0) return
  const storeAt = mapping.columns.store_id
  rows.remove((row) => {
    const store = rows.store[row]!
    if (!sums.has(store)) return false
    problems.addLate({
      ...placeOf(rows, row),
      code: 'total-row',
      column: storeAt === undefined ? null : (headers[storeAt] ?? null),
      field: 'store_id',
      found: rows.stores.names[store]!,
      expected: expectedOf.storeItemRow(),
      effect: 'row',
    })
    issues.set(rows.record[row]!, issueOf.total())
    return true
  })
}

/** Lists the restated days; answers how many of them had other figures than the row that stands. */
function listRestated({ rows, problems, issues }: GatheredExtract, { restated, restatedBy }: BuiltTable): number {
  const stock = rows.numbers.get('onHand')!
  const sold = rows.numbers.get('unitsSold')!
  let differing = 0
  const inFileOrder = restated.map((row, at) => ({ row, by: restatedBy[at]! })).sort((a, b) => a.row - b.row)
  for (const { row, by } of inFileOrder) {
    if (!Object.is(sold[row], sold[by]) || !Object.is(stock[row], stock[by])) differing++
    const line = rows.line[by]!
    const found = `${rows.stores.names[rows.store[row]!]!}, ${rows.skus.names[rows.sku[row]!]!}, ${isoDay(rows.day[row]!)}`
    problems.addLate({ ...placeOf(rows, row), code: 'restated-day', column: null, field: null, found, expected: expectedOf.oneRowADay(line), effect: 'row' })
    issues.set(rows.record[row]!, issueOf.restated(line))
  }
  return differing
}

function notesOf({ mapping, unreadableCharacters }: GatheredExtract, built: BuiltTable, days: number): readonly string[] {
  const notes: string[] = []
  if (mapping.columns.store_id === undefined) notes.push('No column names a store: all rows are taken as one store.')
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

function placeOf(rows: GrowingRows, row: number): { readonly line: number; readonly record: number } {
  return { line: rows.line[row]!, record: rows.record[row]! }
}
