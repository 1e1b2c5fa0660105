import { describe, expect, it } from 'vitest'
import { drawDays, featuresOf } from '../../../testing/drawn-features'

const stopped = featuresOf(`day sold on_hand forecast\n${drawDays(90, (day) => (day < 60 ? '2 50 2' : '0 50 2'))}`)

describe('shortfall features', () => {
  it('are near zero while an item sells as usual', () => {
    for (const name of ['shortfall_7', 'shortfall_28', 'shortfall_z_28', 'forecast_shortfall_28']) expect(Math.abs(stopped(name, 59)), name).toBeLessThan(1.5)
    expect(stopped('sold_vs_expected_28', 59)).toBeCloseTo(1, 1)
  })

  it('grow by what should have sold, window by window', () => {
    for (const [name, units] of [
      ['shortfall_3', 6],
      ['shortfall_7', 14],
      ['shortfall_14', 28],
      ['shortfall_28', 56],
    ] as const) {
      expect(stopped(name, 89) / units, name).toBeGreaterThan(0.9)
      expect(stopped(name, 89) / units, name).toBeLessThan(1.1)
    }
    expect(stopped('forecast_shortfall_7', 89)).toBeCloseTo(14, 4)
    expect(stopped('forecast_shortfall_28', 89)).toBeCloseTo(56, 4)
  })

  it('tell how far out that is in standard deviations', () => {
    expect(stopped('shortfall_z_28', 89)).toBeLessThan(stopped('shortfall_z_7', 89))
    expect(stopped('shortfall_z_7', 89)).toBeLessThan(-3)
  })

  it('are zero, not missing, where the item was never on sale', () => {
    const empty = featuresOf('day sold on_hand\n 0 0 0\n 1 0 0')
    expect(empty('shortfall_z_7', 1)).toBe(0)
    expect(empty('sold_vs_expected_7', 1)).toBe(1)
  })
})
