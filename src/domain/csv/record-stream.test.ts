import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Delimiter } from './dialect'
import { longestQuotedCell, RecordStream } from './record-stream'

interface Read {
  readonly cells: readonly string[]
  readonly line: number
  readonly malformed: boolean
  readonly raw: string
}

function readAll(pieces: readonly Uint8Array[], delimiter: Delimiter = ',', linesBeforeHeader = 0): Read[] {
  const stream = new RecordStream({ encoding: 'utf-8', delimiter, linesBeforeHeader })
  const records: Read[] = []
  const drain = () => {
    while (stream.read()) {
      const cells = Array.from({ length: stream.cellCount }, (_, at) => stream.cell(at))
      records.push({ cells, line: stream.line, malformed: stream.malformed, raw: stream.raw() })
    }
  }
  for (const piece of pieces) {
    stream.push(piece)
    drain()
  }
  stream.finish()
  drain()
  return records
}

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readAll([bytes(text)])

function cut(all: Uint8Array, at: readonly number[]): Uint8Array[] {
  const places = [...new Set([0, ...at.map((place) => place % (all.length + 1)), all.length])].sort((a, b) => a - b)
  return places.slice(1).map((to, index) => all.subarray(places[index], to))
}

/** Cells with all that is hard in them. */
const hardText = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', ';', '"', '\n', '\r\n', 'é', '在', '😀'), maxLength: 8 })
const table = fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(hardText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
const quoteAll = (rows: readonly (readonly string[])[], end: string) => rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join(end)

describe('RecordStream', () => {
  it('gives back every text that was written in quotes, whatever stands in it', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const kept = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
        expect(read(quoteAll(rows, end)).map(({ cells }) => cells)).toEqual(kept)
      }),
    )
  })

  it('reads what papaparse reads from what papaparse writes', () => {
    fc.assert(
      fc.property(table, fc.constantFrom<Delimiter>(',', ';', '\t', '|'), (rows, delimiter) => {
        const text = Papa.unparse(rows, { delimiter, newline: '\n' })
        const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', header: false })
        const filled = data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
        expect(readAll([bytes(text)], delimiter).map(({ cells }) => cells)).toEqual(filled)
      }),
    )
  })

  it('gives the same records, lines and flaws wherever the bytes are cut', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '\r\n', '\r', 'é', '在', '😀'), maxLength: 60 })
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(), { maxLength: 12 }), (text, places) => {
        const all = bytes(text)
        expect(readAll(cut(all, places))).toEqual(readAll([all]))
      }),
      { numRuns: 1000 },
    )
  })

  it('reads a newline in quotes at every cut', () => {
    const all = bytes('a,b\r\n"x\r\ny","say ""hi"""\r\n1,2\r\n')
    const whole = readAll([all])
    expect(whole.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, 'x\r\ny', 'say "hi"'],
      [4, '1', '2'],
    ])
    for (let at = 0; at <= all.length; at++) expect(readAll([all.subarray(0, at), all.subarray(at)])).toEqual(whole)
  })

  it('counts lines as an editor does: titles, blank lines and line ends in quotes are lines', () => {
    const records = readAll([bytes('Report\n\nd,s\n\n1,"a\nb\nc"\n   \n2,b')], ',', 2)
    expect(records.map(({ line }) => line)).toEqual([3, 5, 9])
  })

  it('loses one line and no more to a quote that is never closed', () => {
    const records = read('a,b\n1,x\n2,"y\n3,z\n4,"w"\n')
    expect(records.map(({ line, malformed, raw }) => [line, malformed, raw])).toEqual([
      [1, false, 'a,b'],
      [2, false, '1,x'],
      [3, true, '2,"y'],
      [4, false, '3,z'],
      [5, false, '4,"w"'],
    ])
  })

  it('gives up an open quote after a bounded length, so that it cannot swallow the file', () => {
    const records = read(`a,b\n1,"x\n${'2,y\n'.repeat(longestQuotedCell)}`)
    expect(records.length).toBe(longestQuotedCell + 2)
    expect(records.filter(({ malformed }) => malformed).map(({ line }) => line)).toEqual([2])
  })

  it('takes a quote inside a bare cell as text', () => {
    expect(read('a,b\n5" pipe,2\n')[1]!.cells).toEqual(['5" pipe', '2'])
  })

  it('counts characters that the encoding cannot read', () => {
    const stream = new RecordStream({ encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 })
    stream.push(Uint8Array.of(0x61, 0xff, 0x2c, 0xfe, 0x0a))
    expect(stream.unreadableCharacters).toBe(2)
  })
})
