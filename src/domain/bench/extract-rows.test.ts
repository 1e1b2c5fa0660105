import { expect, test } from 'vitest'
import { tableFromText } from '../../testing/table-from-text'
import { isCandidate, type ExtractTable } from '../table/extract-table'
import { knownLabels } from '../table/known-labels'
import { checkedLabels, extractRows } from './extract-rows'

const days = 30
const day = (store: string, sku: string, at: number, rest: string) => `${store} ${sku} ${at} ${rest}`
const each = (draw: (at: number) => string) => Array.from({ length: days }, (_, at) => draw(at)).join('\n')

/** Two items of 30 days, so days 27 to 29 of each are candidates: A is labelled on days 5 and 28, B is counted at 0 on day 29. */
const table = tableFromText(
  [
    'store sku day sold on_hand phantom counted price',
    each((at) => day('S1', 'A', at, `1 9 ${at === 28 || at === 5 ? 1 : '-'} - 2`)),
    each((at) => day('S2', 'B', at, `0 4 - ${at === 29 ? 0 : '-'} -`)),
  ].join('\n'),
)
const scores = new Map([['m', Float32Array.from({ length: table.rowCount }, (_, row) => row / 100)]])
const unitsPerDay = Float64Array.from({ length: table.rowCount }, (_, row) => row)
const source = (of: ExtractTable) => ({ table: of, scores, unitsPerDay })

test('labels are those of candidates alone: the column speaks first, then what a count proves of the day before', () => {
  const { labels, stated, counted } = knownLabels(table)
  expect([stated, counted]).toEqual([1, 1])
  expect([...labels].flatMap((label, row) => (label === -1 ? [] : [[row, label]]))).toEqual([[28, 1], [30 + 28, 1]])
  expect(knownLabels({ ...table, phantom: null })).toMatchObject({ stated: 0, counted: 1 })
})

test('rows carry what the table and the scores say of them', () => {
  const rows = extractRows(source(table), knownLabels(table).labels, 'extract')!
  expect(rows).toMatchObject({ source: 'extract', rows: 2, items: 2, stores: 2 })
  expect([...rows.labels]).toEqual([1, 1])
  expect([...rows.scores.get('m')!]).toEqual([Math.fround(0.28), Math.fround(0.58)])
  expect([...rows.item]).toEqual([0, 1])
  expect([...rows.day]).toEqual([table.day[28], table.day[58]])
  expect([...rows.daysSeen]).toEqual([29, 29])
  expect([...rows.unitsADay]).toEqual([28, 58])
  expect([...rows.price]).toEqual([2, NaN])
  const { names, code } = rows.groups.get('store')!
  expect([...code].map((at) => names[at])).toEqual(['S1', 'S2'])
  expect(rows.groups.has('category')).toBe(false)
})

test('without a known row there is nothing to measure by', () => {
  expect(extractRows(source(table), new Int8Array(table.rowCount).fill(-1), 'extract')).toBeNull()
})

test('checks speak of the row of their store, item and day, the later one last, and of candidates alone', () => {
  const check = (store: string, sku: string, at: number, phantom: boolean) => ({ store, sku, day: table.day[0]! + at, phantom })
  const labels = checkedLabels(table, [
    check('S1', 'A', 27, true),
    check('S1', 'A', 28, true),
    check('S1', 'A', 28, false),
    check('S2', 'B', 3, true),
    check('S2', 'A', 28, true),
    check('S2', 'B', 99, true),
  ])
  expect([...labels].flatMap((label, row) => (label === -1 ? [] : [[row, label]]))).toEqual([[27, 1], [28, 0]])
  expect(isCandidate(table, 1, 33)).toBe(false)
})
