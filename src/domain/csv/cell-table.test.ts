import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { awkwardIdentifier, awkwardText } from '../../testing/drawn-findings'
import { tableCsv, tableHtml, tableTabs, type CellTable } from './cell-table'

const cell = fc.oneof(awkwardText, awkwardIdentifier, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
const table: fc.Arbitrary<CellTable> = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.record({ headers: fc.constant(Array.from({ length: width }, (_, i) => `h${i}`)), rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }) }))

const runs = /^(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/
const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i

/** What a program that reads the file finds in each cell. */
const readBack = (text: string, delimiter: string) => Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data.slice(1, -1)

describe.each([
  ['CSV', tableCsv, ','],
  ['tab-separated text', tableTabs, '\t'],
] as const)('a table as %s', (_name, spell, delimiter) => {
  it('has every cell as it was, numbers bare, and none that runs as a formula', () => {
    fc.assert(
      fc.property(table, (given) => {
        const read = readBack(spell(given), delimiter)
        expect(read.length).toBe(given.rows.length)
        given.rows.forEach((row, r) =>
          row.forEach((value, c) => {
            const found = read[r]![c]!
            if (typeof value === 'number') expect(found).toBe(String(value))
            else expect([value ?? '', `'${value ?? ''}`]).toContain(found)
            if (!isNumber.test(found)) expect(found).not.toMatch(runs)
          }),
        )
      }),
    )
  })
})

it('as HTML no text breaks out of its cell', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('<b>', '</td><td>', '&lt;', '"'), (given, mark) => {
      const html = tableHtml({ ...given, rows: [...given.rows, given.headers.map(() => mark)] })
      expect(html.match(/<td/g)).toHaveLength((given.rows.length + 1) * given.headers.length)
      expect(html).not.toContain('<b>')
    }),
  )
})

it('marks text as text, so that zeros in front of an item number stay', () => {
  expect(tableHtml({ headers: ['sku_id', 'on_hand'], rows: [['000123', 4]] })).toContain(`<td style="mso-number-format:'\\@'">000123</td><td>4</td>`)
})
