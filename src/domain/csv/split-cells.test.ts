import { describe, expect, it } from 'vitest'
import { spellingOfFirst, splitLines, splitRecord } from './split-cells'

describe('splitLines', () => {
  it('takes a blank line as one empty cell and a missing cell as none', () => {
    expect(splitLines(['a,b', '', '1,', ','], ',')).toEqual([['a', 'b'], [''], ['1', ''], ['', '']])
  })

  it('lets a record run over lines, and leaves out the last one while its quotes are open', () => {
    expect(splitLines(['"a"|"b ""c"""', '1|"2', '|3"', '4|"'], '|')).toEqual([
      ['a', 'b "c"'],
      ['1', '2\n|3'],
    ])
    expect(splitLines(['1|"a'], '|')).toEqual([])
  })

  it('answers nothing where a quote closes in the middle of a cell', () => {
    expect(splitLines(['1|"a"b', '2|c'], '|')).toBeNull()
  })
})

describe('splitRecord', () => {
  it('lets a cell in quotes run over delimiters and line ends of any kind', () => {
    expect(splitRecord('"a;b";"c\r\nd\re\n"', ';')).toEqual(['a;b', 'c\r\nd\re\n'])
  })

  it('counts text behind a closing quote to the cell', () => {
    expect(splitRecord('"5" pipe",x', ',')).toEqual(['5 pipe"', 'x'])
    expect(splitRecord('"a,b"c,"d"', ',')).toEqual(['a,bc', 'd'])
    expect(splitRecord('"a"b,"c\nd"', ',')).toEqual(['ab', 'c\nd'])
  })

  it('is open as long as a quote may still close, and broken once it closes in the middle of a cell', () => {
    expect(splitRecord('1,"a', ',')).toBe('open')
    expect(splitRecord('1,"a""', ',')).toBe('open')
    expect(splitRecord('"a"b,"c', ',')).toBe('open')
    expect(splitRecord('1,"a\n2,"b"', ',')).toBe('broken')
  })
})

describe('spellingOfFirst', () => {
  it('passes over delimiters in quotes', () => {
    expect(spellingOfFirst(1, '"a,b",c,d', ',')).toBe('"a,b"')
    expect(spellingOfFirst(2, '"a,b",c,d', ',')).toBe('"a,b",c')
    expect(spellingOfFirst(2, ' ,"a,"b,c', ',')).toBe(' ,"a,"b')
  })
})
