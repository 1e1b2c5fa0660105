import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Delimiter } from './dialect'
import { longestOpenRecord, RecordStream } from './record-stream'

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
      records.push({ cells: stream.cells, line: stream.line, malformed: stream.malformed, raw: stream.raw() })
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

/** A cell, and one of the ways in which a file may spell it. */
interface SpelledCell {
  readonly text: string
  readonly spelling: string
}

const textOf = (...units: string[]) => fc.string({ unit: fc.constantFrom('a', '1', ' ', '"', 'é', '在', '😀', ...units), maxLength: 8 })
const doubled = (text: string) => text.replaceAll('"', '""')

const spelledCell = (delimiter: Delimiter): fc.Arbitrary<SpelledCell> =>
  fc.oneof(
    textOf().map((text) => text.replace(/^"+/, '')).map((text) => ({ text, spelling: text })),
    textOf(delimiter, '\n', '\r\n', '\r').map((text) => ({ text, spelling: `"${doubled(text)}"` })),
    // Text behind the closing quote belongs to the cell; blanks alone do not.
    fc.tuple(textOf(delimiter), textOf()).map(([inside, behind]) => ({ text: `${inside}x${behind}`, spelling: `"${doubled(inside)}"x${behind}` })),
    textOf(delimiter, '\n').map((text) => ({ text, spelling: `"${doubled(text)}"  ` })),
  )

/** Records as a file spells them, each with its own line end, and what must be read from them. */
const spelledFile = fc.constantFrom<Delimiter>(',', ';', '\t', '|').chain((delimiter) =>
  fc
    .record({
      rows: fc.array(
        fc.record({
          cells: fc.array(spelledCell(delimiter), { minLength: 1, maxLength: 4 }).filter((cells) => cells.length > 1 || cells[0]!.spelling !== ''),
          end: fc.constantFrom('\n', '\r\n', '\r'),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      endsWithLine: fc.boolean(),
    })
    .map(({ rows, endsWithLine }) => {
      let text = ''
      let line = 1
      const records: Read[] = []
      rows.forEach(({ cells, end }, at) => {
        const raw = cells.map(({ spelling }) => spelling).join(delimiter)
        if (cells.some((cell) => cell.text.trim() !== '')) records.push({ cells: cells.map((cell) => cell.text), line, malformed: false, raw })
        line += 1 + (raw.match(/\r\n|\n|\r/g)?.length ?? 0)
        text += at < rows.length - 1 || endsWithLine ? raw + end : raw
      })
      return { delimiter, text, records }
    }),
)

describe('RecordStream', () => {
  it('reads what was spelled: cells, lines and raw text, under any quotes, line ends and cuts', () => {
    fc.assert(
      fc.property(spelledFile, fc.array(fc.nat(), { maxLength: 6 }), ({ delimiter, text, records }, places) => {
        expect(readAll(cut(bytes(text), places), delimiter)).toEqual(records)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps its place in a large file, where records in several lines stand among others', () => {
    const rows = Array.from({ length: 12_000 }, (_, at) => (at % 7 === 3 ? `${at},"first\r\nsecond ""${at}""\r\n",x` : `${at},"plain",x`))
    const all = bytes(rows.join('\r\n'))
    let line = 1
    const expected = rows.map((raw, at) => {
      const record = { cells: [String(at), at % 7 === 3 ? `first\r\nsecond "${at}"\r\n` : 'plain', 'x'], line, malformed: false, raw }
      line += at % 7 === 3 ? 3 : 1
      return record
    })
    expect(readAll([all])).toEqual(expected)
    expect(readAll(cut(all, Array.from({ length: 40 }, (_, at) => at * 7919)))).toEqual(expected)
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
    const records = read(`a,b\n1,"x\n${'2,y\n'.repeat(longestOpenRecord)}`)
    expect(records.length).toBe(longestOpenRecord + 2)
    expect(records.filter(({ malformed }) => malformed).map(({ line }) => line)).toEqual([2])
  })

  it('does not bound a record in one line', () => {
    const long = 'x'.repeat(2 * longestOpenRecord)
    expect(read(`a,b\n1,"${long}"\n2,y\n`).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', long],
      ['2', 'y'],
    ])
  })

  it('takes a byte order mark off the start, and no other', () => {
    expect(read('\uFEFFa,b\n\uFEFF1,2\n').map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['\uFEFF1', '2'],
    ])
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
