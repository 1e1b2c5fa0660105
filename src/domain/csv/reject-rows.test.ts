import { expect, test } from 'vitest'
import { ExtractReader } from './extract-reader'
import { GroupAppender } from './group-appender'
import { inReadingOrder, mappingOfFile, proposeGroup } from './propose-group'
import type { ReadResult } from './read-result'
import { rejectColumns } from './reject-columns'
import { rejectCells } from './reject-rows'

const encode = (text: string) => new TextEncoder().encode(text)

interface Given {
  readonly name: string
  readonly text: string
}

function parts(files: readonly Given[]) {
  const outcome = proposeGroup(files.map(({ name, text }) => ({ name, head: encode(text), totalBytes: encode(text).length })))
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  expect(outcome.value).toHaveLength(1)
  const [{ proposal, files: placed }] = outcome.value as [(typeof outcome.value)[number]]
  expect(proposal.questions).toEqual([])
  return inReadingOrder(placed).map((file) => ({ ...file, mapping: mappingOfFile(proposal.mapping, file), text: files[file.file]!.text }))
}

function read(files: readonly Given[]): ReadResult {
  let reader: ExtractReader | null = null
  for (const { dialect, mapping, name, text } of parts(files)) {
    if (reader) reader.nextFile(dialect, mapping, name)
    else reader = new ExtractReader(dialect, mapping, name)
    reader.push(encode(text))
  }
  const outcome = reader!.finish()
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome.value
}

function rejects(files: readonly Given[]): string {
  const { summary } = read(files)
  const cells = rejectCells(summary.problems, summary.files)
  const appender = new GroupAppender(summary.files, ',', rejectColumns, (record) => cells.get(record) ?? null)
  const text = parts(files).map((part) => appender.nextFile(part.dialect) + appender.push(encode(part.text)))
  return text.join('') + appender.finish()
}

const day = (at: number) => `2025-03-${String(at).padStart(2, '0')}`
const good = Array.from({ length: 30 }, (_, at) => `${day(1 + (at % 15))},1,00${7 + Math.floor(at / 15)},${40 - (at % 15)},1,"Oats, ""rolled"""`)
const header = 'date,store,sku,on_hand,units_sold,item_name'
const extract: Given = {
  name: 'march.csv',
  text: [header, ...good.with(3, `${day(4)},1,007,many,one,Oats`).with(20, `31.31.2025,1,008,35,1,Oats`), `${day(15)},1,008,26,1,Oats`, 'Total,,,,,'].join('\n'),
}

test('rows with something to mend are handed back as they came, with line, column and problem; settled ones are not', () => {
  expect(rejects([extract]).trimEnd().split('\n')).toEqual([
    `${header},reject_file,reject_line,reject_column,reject_problem`,
    `2025-03-04,1,007,many,one,Oats,march.csv,5,on_hand; units_sold,"'many' found, expected a number such as 1234.5, without a unit; 'one' found, expected a number such as 1234.5, without a unit"`,
    `31.31.2025,1,008,35,1,Oats,march.csv,22,date,"'31.31.2025' found, expected a date such as 2025-03-31"`,
  ])
})

test('mended, they are read without a problem, alone and beside the file that they came from', () => {
  const mended: Given = { name: 'a mended file.csv', text: rejects([extract]).replace(',many,one,', ',37,1,').replace('31.31.2025', day(6)) }
  expect(read([mended]).summary).toMatchObject({ badRows: 0, badCells: 0, recordsUsed: 2, problems: [] })
  const { table, summary } = read([mended, extract])
  expect(summary.files.map(({ name }) => name)).toEqual(['march.csv', 'a mended file.csv'])
  expect([...table.filled].every((filled) => filled === 0)).toBe(true)
  expect([...table.onHand].slice(0, 15)).toEqual(Array.from({ length: 15 }, (_, at) => 40 - at))
  expect(table.unitsSold.every((sold) => sold === 1)).toBe(true)
})

test('files of other columns stand under one header line, each cell under its own', () => {
  const files = [{ headers: ['date', 'sku', 'stock'] }, { headers: ['stock', 'date', 'price', 'sku'] }]
  const dialect = { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 } as const
  const appender = new GroupAppender(files, ';', ['n'], (record) => [String(record)])
  const text =
    appender.nextFile(dialect) + appender.push(encode('date,sku,stock\n1,a,5\n')) + appender.nextFile(dialect) + appender.push(encode('stock,date,price,sku\n7,2,"1;5",b')) + appender.finish()
  expect(text).toBe('date;sku;stock;price;n\n1;a;5;;0\n2;b;7;"1;5";1\n')
})
