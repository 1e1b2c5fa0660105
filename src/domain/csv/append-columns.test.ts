import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { ColumnAppender, safeCell } from './append-columns'
import type { Dialect } from './dialect'

const dialect: Dialect = { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 }

function append(text: string, cellsOf: (record: number) => readonly string[], from: Dialect = dialect): string {
  const appender = new ColumnAppender(from, ['p', 'issue'], cellsOf)
  return appender.push(new TextEncoder().encode(text)) + appender.finish()
}

describe('ColumnAppender', () => {
  it('leaves what the file spells as it is, quotes and blanks included', () => {
    const text = 'd;"Name";n\r\n2025;"a;""b""" ; 1,50 \r\n2026;=1+1;2\r\n'
    expect(append(text, (record) => [String(record), ''], { ...dialect, delimiter: ';' })).toBe(
      'd;"Name";n;p;issue\n2025;"a;""b""" ; 1,50 ;0;\n2026;=1+1;2;1;\n',
    )
  })

  it('gives one line a record in input order, without titles and blank lines', () => {
    const text = 'Report\n\na,b\n1,2\n\n3,4'
    expect(append(text, (record) => [`r${record}`, ''], { ...dialect, linesBeforeHeader: 2 })).toBe('a,b,p,issue\n1,2,r0,\n3,4,r1,\n')
  })

  it('lines its columns up behind short, long and broken records', () => {
    const text = 'a,b,c\n1,2\n1,2,3,5\n"x,y",2,3\n1,"2\n9,9,9\n'
    const lines = append(text, (record) => [`r${record}`, '']).trimEnd()
    const rows = Papa.parse<string[]>(lines, { header: false }).data
    expect(rows.map((cells) => cells.length)).toEqual([5, 5, 5, 5, 5, 5])
    expect(rows.map((cells) => cells[3])).toEqual(['p', 'r0', 'r1', 'r2', 'r3', 'r4'])
    expect(rows[2]).toEqual(['1', '2', '3,5', 'r1', ''])
    expect(rows[4]![0]).toBe('1,"2')
  })

  it('folds a long record into its last cell and keeps the spelling of the cells before it', () => {
    const lines = append('a,b,c\n"1,5", 2,"x, ""y""",z\n"5"" pipe"s,\'2\',3,4\n', () => ['p', ''])
    expect(lines).toBe('a,b,c,p,issue\n"1,5", 2,"x, ""y"",z",p,\n"5"" pipe"s,\'2\',"3,4",p,\n')
  })

  it('writes the same text wherever the input is cut', () => {
    const all = new TextEncoder().encode('a,"b\nc"\n1,"x\ny"\n2,é\n')
    const whole = append(new TextDecoder().decode(all), (record) => [String(record), '-'])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: all.length }), (at) => {
        const appender = new ColumnAppender(dialect, ['p', 'issue'], (record) => [String(record), '-'])
        expect(appender.push(all.subarray(0, at)) + appender.push(all.subarray(at)) + appender.finish()).toBe(whole)
      }),
    )
  })
})

describe('safeCell', () => {
  it('defuses formulas and leaves numbers alone', () => {
    expect(['＝1+1', '\n=1'].map((text) => safeCell(text, ','))).toEqual(["'＝1+1", '"\'\n=1"'])
    expect(safeCell(' =1+1', ',')).toBe("' =1+1")
    expect(['=1+1', '+x', '-x', '@x', '-1.5', '1e-7', '-2e-7', '0.93'].map((text) => safeCell(text, ','))).toEqual([
      "'=1+1",
      "'+x",
      "'-x",
      "'@x",
      '-1.5',
      '1e-7',
      '-2e-7',
      '0.93',
    ])
  })

  it('quotes what would break a line', () => {
    expect(safeCell('a,"b"', ',')).toBe('"a,""b"""')
    expect(safeCell('a,b', ';')).toBe('a,b')
  })
})
