import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isScored } from '../table/extract-table'
import type { Dialect } from './dialect'
import { ExtractReader } from './extract-reader'
import type { Mapping } from './mapping'
import { isoDay } from './parse-date'
import type { Fault } from './problems'
import { proposeMapping } from './propose-mapping'
import type { ReadResult } from './read-result'

const bytes = (text: string) => new TextEncoder().encode(text)
const dialect: Dialect = { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 }
const mapping: Mapping = { columns: { date: 0, store_id: 1, sku_id: 2, on_hand: 3, units_sold: 4, price: 5 }, dateOrder: 'ymd', decimal: '.' }
const header = 'date,store,sku,on_hand,sold,price'

function readPieces(pieces: readonly Uint8Array[], under: Mapping = mapping, how: Dialect = dialect): ReadResult | Fault {
  const reader = new ExtractReader(how, under)
  for (const piece of pieces) reader.push(piece)
  const outcome = reader.finish()
  return outcome.ok ? outcome.value : outcome.fault
}

function readOk(all: Uint8Array | string, under: Mapping = mapping, how: Dialect = dialect): ReadResult {
  const result = readPieces([typeof all === 'string' ? bytes(all) : all], under, how)
  if ('code' in result) throw new Error(result.sentence)
  return result
}

/** A file as a user drops it: proposed, then read under what was proposed. */
function dropped(all: Uint8Array): ReadResult {
  const outcome = proposeMapping(all, all.length)
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  expect(outcome.value.questions).toEqual([])
  return readOk(all, outcome.value.mapping, outcome.value.dialect)
}

const fault = (text: string, under?: Mapping) => {
  const result = readPieces([bytes(text)], under)
  return 'code' in result ? result.code : null
}

/** Shift_JIS bytes of the few characters that the test needs; TextEncoder writes UTF-8 alone. */
const shiftJis: Readonly<Record<string, readonly number[]>> = { 商: [0x8f, 0xa4], 店: [0x93, 0x58], 舗: [0x95, 0xdc], 日: [0x93, 0xfa], 付: [0x95, 0x74] }

function encode(text: string, encoding: 'utf-8' | 'bom' | 'utf-16le' | 'utf-16be' | 'utf-16le without mark' | 'windows-1252' | 'shift_jis'): Uint8Array {
  if (encoding === 'utf-8') return bytes(text)
  if (encoding === 'bom') return bytes(`\uFEFF${text}`)
  if (encoding === 'windows-1252') return Uint8Array.from(text, (char) => char.charCodeAt(0))
  if (encoding === 'shift_jis') return Uint8Array.from(Array.from(text).flatMap((char) => shiftJis[char] ?? [char.charCodeAt(0)]))
  const marked = encoding === 'utf-16le without mark' ? text : `\uFEFF${text}`
  const out = new Uint8Array(marked.length * 2)
  const view = new DataView(out.buffer)
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), encoding !== 'utf-16be')
  return out
}

describe('a file in any spelling gives the same table', () => {
  const dates = {
    ymd: (iso: string) => iso,
    dmy: (iso: string) => iso.split('-').reverse().join('.'),
    mdy: (iso: string) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`,
    compact: (iso: string) => iso.replaceAll('-', ''),
  }
  const names = {
    'utf-8': ['Datum', 'Filiale', 'Bäckerei'],
    bom: ['Datum', 'Filiale', 'Bäckerei'],
    'utf-16le': ['Datum', 'Filiale', 'Bäckerei'],
    'utf-16be': ['Datum', 'Filiale', 'Bäckerei'],
    'utf-16le without mark': ['Datum', 'Filiale', 'Bäckerei'],
    'windows-1252': ['Datum', 'Filiale', 'Bäckerei'],
    shift_jis: ['日付', '店舗', '商店'],
  } as const

  function file(delimiter: string, decimal: string, date: (iso: string) => string, [day, store, category]: readonly string[], title: string): string {
    const cell = (text: string) => (text.includes(delimiter) ? `"${text}"` : text)
    const lines = [[day!, store!, 'SKU', 'Stock on hand', 'Units sold', 'Price', 'Category'].join(delimiter)]
    for (const sku of ['000123', '1e3']) {
      for (let at = 0; at < 20; at++) {
        lines.push([date(isoDay(20_095 + at)), '007', sku, String(at % 5 === 4 ? -2 : 30 - at), String(at % 3), `2${decimal}49`, category!].map(cell).join(delimiter))
      }
    }
    return title + lines.join('\r\n')
  }

  const cases = [',', ';', '\t', '|'].flatMap((delimiter) =>
    ['.', ','].flatMap((decimal) =>
      (Object.keys(dates) as (keyof typeof dates)[]).flatMap((order) => (Object.keys(names) as (keyof typeof names)[]).map((encoding) => [delimiter, decimal, order, encoding] as const)),
    ),
  )
  const wanted = dropped(bytes(file(',', '.', dates.ymd, names.bom, '')))

  it.each(cases)('delimiter %j, decimal %s, dates %s, %s', (delimiter, decimal, order, encoding) => {
    const { table, summary } = dropped(encode(file(delimiter, decimal, dates[order], names[encoding], order === 'mdy' ? 'Stock report\r\n\r\n' : ''), encoding))
    expect(summary.badCells + summary.badRows).toBe(0)
    expect({ ...table, text: null }).toEqual({ ...wanted.table, text: null })
    expect(table.text.category!.values).toEqual([names[encoding][2]])
  })
})

describe('ExtractReader', () => {
  it('gives the same result wherever the bytes are cut', () => {
    const cell = fc.constantFrom('1', '-3', '2.5', 'x', '', '"4"', '"a\nb"', '"1,5"', 'n/a', '"open')
    const row = fc.tuple(fc.constantFrom('2025-01-01', '2025-01-02', '2025-01-05', 'Total', '', '31/12'), fc.constantFrom('S1', '"S\n2"', ''), fc.constantFrom('A', '007'), cell, cell, cell)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (rows, places, end) => {
        const all = bytes([header, ...rows.map((cells) => cells.join(','))].join(end))
        const at = [0, ...places.map((place) => place % all.length), all.length].sort((a, b) => a - b)
        const pieces = at.slice(1).map((to, index) => all.subarray(at[index], to))
        expect(readPieces(pieces)).toEqual(readPieces([all]))
      }),
      { numRuns: 300 },
    )
  })

  it('accounts for every record: a row of the table, or an issue', () => {
    const text = [
      header,
      '2025-01-01,S1,A,5,1,2.5',
      '2025-01-02,S1,A,5,1,2.5',
      '2025-13-02,S1,A,5,1,2.5',
      '2025-01-03,S1,,5,1,2.5',
      '2025-01-04,S1,A,five,1,2.5',
      '2025-01-02,S1,A,4,1,2.5',
      'Total,,,14,3,',
      '2025-01-05,S1,A',
      '2025-01-05,S1,A,1,2,3,4',
      '2025-01-06,S1,"A,1,2,3',
    ].join('\n')
    const { table, summary, recordIssues } = readOk(text)
    const inTable = new Set([...table.record].filter((record) => record >= 0))
    expect(summary.records).toBe(10)
    for (let record = 0; record < summary.records; record++) {
      const row = table.record.indexOf(record)
      expect(recordIssues.has(record) || (inTable.has(record) && isScored(table, row))).toBe(true)
    }
    expect(Object.fromEntries(recordIssues)).toEqual({
      1: 'restated on line 7',
      2: "date: '2025-13-02' found, expected a date such as 2025-03-31",
      3: 'sku: empty, expected a value for SKU',
      4: "on_hand: 'five' found, expected a number such as 1234.5, without a unit",
      6: 'a total, not a row of one store and one item',
      7: "row: '3 cells' found, expected 6 cells, as in the header",
      8: "row: '7 cells' found, expected 6 cells, as in the header",
      9: 'a quotation mark is never closed on this line',
    })
    expect(summary.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'restated-day'],
      [4, 'not-a-date'],
      [5, 'missing-value'],
      [6, 'not-a-number'],
      [8, 'total-row'],
      [9, 'too-few-cells'],
      [10, 'too-many-cells'],
      [11, 'unclosed-quote'],
    ])
    expect([summary.recordsUsed, summary.badRows, summary.badCells, summary.restatedDays]).toEqual([3, 6, 1, 1])
  })

  it('lists 5 % bad cells by line and column and reads the rest', () => {
    const lines = [header]
    let bad = 0
    for (let at = 0; at < 2_000; at++) {
      const cells = [isoDay(20_000 + (at % 100)), 'S1', `A${Math.floor(at / 100)}`, '10', '1', '2.50']
      if (at % 10 === 3) {
        cells[3 + (at % 3)] = '12 pcs'
        bad++
      }
      lines.push(cells.join(','))
    }
    const { table, summary } = readOk(lines.join('\n'))
    expect([summary.badCells, summary.badRows, summary.problems.length, table.rowCount]).toEqual([bad, 0, bad, 2_000])
    expect(summary.problems[0]).toEqual({
      code: 'not-a-number',
      file: 0,
      line: 5,
      record: 3,
      column: 'on_hand',
      field: 'on_hand',
      found: '12 pcs',
      expected: 'a number such as 1234.5, without a unit',
      effect: 'cell',
    })
  })

  it('keeps identifiers as text', () => {
    const skus = ['000123', '123', '1e3', '1000', '12345678901234567890', '12345678901234567891', '21-5815-001', '="00042"', ' 7 ', 'Ä"1']
    const lines = skus.flatMap((sku) => [1, 2].map((day) => `2025-01-0${day},01,"${sku.replaceAll('"', '""')}",1,1,1`))
    const { table } = readOk([header, ...lines].join('\n'))
    expect([...table.skus].sort()).toEqual(['000123', '00042', '1000', '123', '12345678901234567890', '12345678901234567891', '1e3', '21-5815-001', '7', 'Ä"1'])
    expect(table.stores).toEqual(['01'])
  })

  it('drops a sentinel store that is the sum of the others, and keeps a store that only has such a number', () => {
    const lines = (sum: boolean) =>
      [0, 1, 2, 3].flatMap((day) => {
        const a = 1 + day
        return [`2025-01-0${day + 1},1,A,9,${a},1`, `2025-01-0${day + 1},2,A,9,2,1`, `2025-01-0${day + 1},9999,A,18,${sum ? a + 2 : 5 - day},1`]
      })
    const total = readOk([header, ...lines(true)].join('\n'))
    expect([total.table.stores, total.summary.problemCounts['total-row'], total.recordIssues.size]).toEqual([['1', '2'], 4, 4])
    expect(readOk([header, ...lines(false)].join('\n')).table.stores).toEqual(['1', '2', '9999'])
  })

  it('takes trailing empty cells and missing trailing cells for what they are', () => {
    const { table, summary } = readOk(`${header}\n2025-01-01,S1,A,5,1,2,,\n2025-01-02,S1,A,5,1\n`)
    expect([...table.optional.price!]).toEqual([2, Number.NaN])
    expect(summary.problemCounts).toEqual({ 'too-few-cells': 1 })
  })

  it('says what was assumed: one store, no forecast, a short history', () => {
    const { summary, table } = readOk('d,sku,oh,sold\n2025-01-01,A,1,1\n2025-01-02,A,1,0', { columns: { date: 0, sku_id: 1, on_hand: 2, units_sold: 3 }, dateOrder: 'ymd', decimal: '.' })
    expect([summary.storeAssumed, table.stores, summary.notes.length]).toEqual([true, ['1'], 3])
    expect(summary.missingFields.map(({ field }) => field)).toContain('store_id')
  })

  it('takes numbers beyond any shelf as missing', () => {
    const { table, summary } = readOk(`${header}\n2025-01-01,S1,A,4006381333931,1,2\n2025-01-02,S1,A,5,1,2`)
    expect([table.onHand[0], summary.problemCounts]).toEqual([Number.NaN, { 'outside-plausible-range': 1 }])
  })

  it.each([
    ['nothing', 'empty-file', ''],
    ['a header alone', 'no-rows', header],
    ['weekly rows', 'not-daily', `${header}\n2025-01-01,S1,A,5,1,2\n2025-01-08,S1,A,5,1,2\n2025-01-15,S1,A,5,1,2`],
    ['one day', 'one-day', `${header}\n2025-01-01,S1,A,5,1,2\n2025-01-01,S1,B,5,1,2`],
    ['no readable row', 'nothing-readable', `${header}\nsoon,S1,A,5,1,2`],
    ['many figures for one day', 'transaction-log', `${header}\n${Array.from({ length: 30 }, (_, at) => `2025-01-0${1 + (at % 3)},S1,A,5,${at},2`).join('\n')}`],
  ] as const)('%s is the fault %s', (_, code, text) => {
    expect(fault(text)).toBe(code)
  })

  it('refuses a mapping that lacks a required field', () => {
    expect(() => new ExtractReader(dialect, { ...mapping, columns: { date: 0, sku_id: 2 } })).toThrow(/on_hand, units_sold/)
  })
})
