import { describe, expect, it } from 'vitest'
import { DemandMemory, steadyHalfLifeDays } from './demand-memory'

/** Ten days that sold two units each. */
function tenGoodDays(): DemandMemory {
  const memory = new DemandMemory()
  for (let day = 0; day < 10; day++) memory.sale(2, 1)
  return memory
}

describe('DemandMemory', () => {
  it('holds its rate through a silence of any length once one expected unit has passed', () => {
    const memory = tenGoodDays()
    const before = memory.rate(2, 1)
    memory.silentDay(1)
    const afterOne = memory.rate(2, 1)
    for (let day = 0; day < 500; day++) memory.silentDay(1)
    expect(before).toBeCloseTo(2, 10)
    expect(afterOne).toBe(memory.rate(2, 1))
    expect(afterOne).toBeGreaterThan(0.9 * before)
  })

  it('counts the silence in full once the next sale ends it', () => {
    const memory = tenGoodDays()
    for (let day = 0; day < 10; day++) memory.silentDay(1)
    memory.sale(2, 1)
    expect(memory.rate(2, 1e-9)).toBeGreaterThan(0.9)
    expect(memory.rate(2, 1e-9)).toBeLessThan(1.2)
  })

  it('lets the silence of an item that has not sold yet count in full: only the prior says that it should', () => {
    const memory = new DemandMemory()
    for (let day = 0; day < 90; day++) memory.silentDay(1)
    expect(memory.rate(0.5, 0.8)).toBeCloseTo(0.8 / (1.6 + 90), 12)
    memory.sale(1, 1)
    expect(memory.rate(0.5, 0.8)).toBeLessThan(0.05)
  })

  it('is the prior mean before anything was seen, and leaves it as sales come in', () => {
    const memory = new DemandMemory()
    expect(memory.rate(0.7, 3)).toBeCloseTo(0.7, 12)
    memory.sale(10, 1)
    expect(memory.rate(0.7, 3)).toBeGreaterThan(0.7)
  })

  it('keeps nearly all of its days where it is to be steady', () => {
    const recent = new DemandMemory()
    const steady = new DemandMemory(steadyHalfLifeDays)
    for (const memory of [recent, steady]) {
      memory.sale(8, 1)
      for (let day = 0; day < steadyHalfLifeDays; day++) memory.sale(0, 1)
    }
    expect(steady.sales).toBeCloseTo(4, 10)
    expect(recent.sales).toBeLessThan(0.1)
  })

  it('lets a day count half after 35 days on sale', () => {
    const memory = new DemandMemory()
    memory.sale(8, 1)
    for (let day = 0; day < 35; day++) memory.sale(0, 1)
    expect(memory.sales).toBeCloseTo(4, 10)
  })
})
