import { expect, test } from 'vitest'
import { ExtractReader } from './extract-reader'
import { isoDay } from './parse-date'
import { inReadingOrder, type Layout, mappingOfFile, proposeGroup } from './propose-group'
import type { Outcome } from './problems'
import type { ReadResult } from './read-result'

const encode = (text: string) => new TextEncoder().encode(text)

interface Given {
  readonly name: string
  readonly text: string
}

function layoutsOf(files: readonly Given[]): Outcome<readonly Layout[]> {
  return proposeGroup(files.map(({ name, text }) => ({ name, head: encode(text), totalBytes: encode(text).length })))
}

function grouped(files: readonly Given[]): readonly Layout[] {
  const outcome = layoutsOf(files)
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome.value
}

function read(files: readonly Given[]): ReadResult {
  const parts = inReadingOrder(grouped(files).flatMap(({ proposal, files: placed }) => placed.map((file) => ({ ...file, mapping: mappingOfFile(proposal.mapping, file) }))))
  let reader: ExtractReader | null = null
  for (const { dialect, mapping, name, file } of parts) {
    if (reader) reader.nextFile(dialect, mapping, name)
    else reader = new ExtractReader(dialect, mapping, name)
    reader.push(encode(files[file]!.text))
  }
  const outcome = reader!.finish()
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome.value
}

/** One day of two items, spelled with the day first. */
function dayFile(day: number, header = 'date,store,sku,on_hand,units_sold', cells = (date: string, sku: string, stock: number) => `${date},1,${sku},${stock},2`): Given {
  const date = isoDay(20_150 + day).split('-').toReversed().join('/')
  return { name: `day${day}.csv`, text: [header, cells(date, '007', 40 - day), cells(date, '008', 50 - day), ''].join('\n') }
}

test('a week of daily files is one extract, whose days settle how the dates are written', () => {
  // 3 to 9 March: in each file alone, 03/03/2025 to 09/03/2025 could be months.
  const files = [0, 1, 2, 3, 4, 5, 6].map((day) => dayFile(day))
  const layouts = grouped(files)
  expect(layouts).toHaveLength(1)
  expect(layouts[0]!.proposal.questions).toEqual([])
  expect(layouts[0]!.proposal.mapping.dateOrder).toBe('dmy')
  const { table, summary } = read(files)
  expect([table.rowCount, table.seriesCount, summary.files.length, summary.records]).toEqual([14, 2, 7, 14])
})

test('headers may come in any order, cells parted by another mark', () => {
  const other = dayFile(1, 'units_sold;on_hand;sku;store;date', (date, sku, stock) => `2;${stock};${sku};1;${date}`)
  const files = [dayFile(0), other]
  expect(grouped(files)).toHaveLength(1)
  const { table } = read(files)
  expect([...table.onHand]).toEqual([40, 39, 50, 49])
})

test('other headers are another layout, which gets a mapping of its own', () => {
  const layouts = grouped([dayFile(0), dayFile(1, 'Datum,Filiale,Artikelnummer,Bestand,Absatz'), dayFile(2)])
  expect(layouts.map(({ files }) => files.map(({ name }) => name))).toEqual([['day0.csv', 'day2.csv'], ['day1.csv']])
  expect(layouts[1]!.proposal.mapping.columns.on_hand).toBe(3)
})

test('where two files state the same day the later one stands, and it is counted', () => {
  const early = { name: 'a.csv', text: `${dayFile(0).text}${dayFile(1).text.split('\n').slice(1).join('\n')}` }
  const late = { name: 'b.csv', text: `${dayFile(1).text.replace('007,39', '007,33')}${dayFile(2).text.split('\n').slice(1).join('\n')}` }
  // Given the other way round: the days decide.
  const { table, summary } = read([late, early])
  expect([...table.onHand].slice(0, 3)).toEqual([40, 33, 38])
  expect(summary.restatedDays).toBe(2)
  expect(summary.problems[0]).toMatchObject({ code: 'restated-day', file: 0, line: 4 })
  expect(summary.problems[0]!.expected).toContain('line 2 of b.csv')
})

test('a problem names its file and the line in it', () => {
  const broken = { name: 'broken.csv', text: dayFile(3).text.replace('008,47', '008,many') }
  const { problems, files } = read([dayFile(2), broken]).summary
  expect(problems).toHaveLength(1)
  expect([files[problems[0]!.file]!.name, problems[0]!.line, problems[0]!.found]).toEqual(['broken.csv', 3, 'many'])
})

test('a file that is no table is named', () => {
  const outcome = layoutsOf([dayFile(0), { name: 'report.pdf', text: '%PDF-1.7' }])
  expect(outcome.ok || outcome.fault.sentence).toMatch(/^report\.pdf: The file is a PDF/)
})

test('day2 is read before day10, and mended rows after all others', () => {
  const file = (name: string, latestDay: number, mended = false) => ({ name, latestDay, mended })
  const order = inReadingOrder([file('mended.csv', 3, true), file('day10.csv', 5), file('day2.csv', 5), file('z.csv', 4)])
  expect(order.map(({ name }) => name)).toEqual(['z.csv', 'day2.csv', 'day10.csv', 'mended.csv'])
})
