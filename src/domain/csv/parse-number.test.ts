import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMissing, notPlain, parseFlag, parseNumber, parsePlainNumber } from './parse-number'

const plain = (text: string, mark = '.') => parsePlainNumber(text, mark.charCodeAt(0))

describe('parsePlainNumber', () => {
  it('gives what Number gives, or leaves the spelling to parseNumber', () => {
    const digits = (maxLength: number) => fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), maxLength })
    const spelling = fc.tuple(fc.constantFrom('', '-'), digits(12), fc.constantFrom('', '.'), digits(8))
    fc.assert(
      fc.property(spelling, (parts) => {
        const text = parts.join('')
        const value = plain(text)
        if (value !== notPlain && text !== '') expect(value).toBe(Number(text))
      }),
    )
  })

  it('reads every shortest decimal of ordinary size to the bit', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }), (n, shift) => {
      const value = n / 10 ** shift
      expect(plain(String(value))).toBe(value)
    }))
  })

  it('knows the comma where it parts decimals, and it alone', () => {
    expect([plain('3,923', ','), plain('3.923', ','), plain('3,923', '.')]).toEqual([3.923, notPlain, notPlain])
  })
})

describe('parseNumber', () => {
  it.each([
    ['1,234', '.', 1234],
    ['1.234', ',', 1234],
    ['1.234,5', ',', 1234.5],
    ['1,234.5', '.', 1234.5],
    ['12,34,567', '.', 1234567],
    ['1 234,5', ',', 1234.5],
    ['1\u00a0234', '.', 1234],
    ['1\u202f234,50', ',', 1234.5],
    ["1'234.50", '.', 1234.5],
    ['(5)', '.', -5],
    ['5-', '.', -5],
    ['(-5)', '.', -5],
    ['▲5', '.', -5],
    ['△1,234', '.', -1234],
    ['\u22125', '.', -5],
    ['+5', '.', 5],
    ['$ 3.50', '.', 3.5],
    ['-€3,50', ',', -3.5],
    ['3,50 €', ',', 3.5],
    ['3,50 zł', ',', 3.5],
    ['１２', '.', 12],
    ['3e-05', '.', 3e-5],
    ['1E+05', '.', 1e5],
    ['.5', '.', 0.5],
    ['5.', '.', 5],
  ] as const)('%s with decimal %s is %d', (text, decimal, value) => {
    expect(parseNumber(text, decimal)).toBe(value)
  })

  it.each(['12 pcs', '5%', '1.2.3', '1,23', 'abc', '1-2', '--5', '0x10', '1 2', 'Infinity', '12/5'])('%s is no number with a decimal point', (text) => {
    expect(parseNumber(text, '.')).toBeNaN()
  })

  it('reads back every number written in groups, in both conventions', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (cents) => {
        const value = cents / 100
        expect(parseNumber(value.toLocaleString('en-US', { minimumFractionDigits: 2 }), '.')).toBe(value)
        expect(parseNumber(value.toLocaleString('de-DE', { minimumFractionDigits: 2 }), ',')).toBe(value)
      }),
    )
  })
})

describe('isMissing and parseFlag', () => {
  it('knows the spellings of no value, and 0 is a value', () => {
    expect(['', ' ', '-', 'NULL', 'n/a', '#N/A', 'NaN', 'None', '\\N'].every(isMissing)).toBe(true)
    expect(['0', 'no', '000', 'N', 'x'].some(isMissing)).toBe(false)
  })

  it('reads yes and no in several languages and nothing else', () => {
    expect(['1', 'TRUE', 'Ja', 'y', 'x', 'oui', 'sim'].map(parseFlag)).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(['0', 'False', 'nein', 'N', 'non'].map(parseFlag)).toEqual([0, 0, 0, 0, 0])
    expect(parseFlag('maybe')).toBeNaN()
  })
})
