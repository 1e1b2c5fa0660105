import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, formatBytes, formatCount, formatMoney, formatProbability, formatShare, formatUnits } from './format-number'

describe('numbers as text', () => {
  it('group thousands and give a dash for what is missing', () => {
    expect(formatCount(1204)).toBe('1,204')
    expect(formatUnits(NaN)).toBe('–')
    expect(formatMoney(1234.5)).toBe('1,234.50')
  })

  it('write units with a decimal only where they are few', () => {
    expect(formatUnits(12.34)).toBe('12.3')
    expect(formatUnits(12)).toBe('12')
    expect(formatUnits(145.2)).toBe('145')
    expect(formatUnits(-3.5)).toBe('-3.5')
  })

  it('say certain and impossible only of 1 and 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        expect(formatProbability(value) === '1.00').toBe(value === 1)
        expect(formatProbability(value) === '0.00').toBe(value === 0)
        expect(formatShare(value) === '100.0%').toBe(value === 1)
        expect(formatShare(value) === '0.0%').toBe(value === 0)
      }),
    )
  })

  it('count one thing in the singular', () => {
    expect(countOf(1, 'alert')).toBe('1 alert')
    expect(countOf(0, 'alert')).toBe('0 alerts')
    expect(countOf(1204, 'shelf', 'shelves')).toBe('1,204 shelves')
  })

  it('give bytes in the unit that reads best', () => {
    expect(formatBytes(52_000_000)).toBe('52 MB')
    expect(formatBytes(1_500)).toBe('1.5 kB')
  })
})
