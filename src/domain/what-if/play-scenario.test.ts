import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnDayZero, tableFromText } from '../../testing/table-from-text'
import type { ExtractTable } from '../table/extract-table'
import { oneSeries } from '../table/one-series'
import { playScenario } from './play-scenario'
import type { Scenario, SeriesChange } from './scenario'

const open = () => false

/** Plays a scenario on a copy and gives the copy with what was changed. */
function played(table: ExtractTable, scenario: Scenario): { readonly table: ExtractTable; readonly changes: readonly SeriesChange[] } {
  const outcome = playScenario(oneSeries(table, 0), scenario, open)
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome
}
const faultOf = (table: ExtractTable, scenario: Scenario, closed: (row: number) => boolean = open) => {
  const outcome = playScenario(oneSeries(table, 0), scenario, closed)
  return outcome.ok ? null : [outcome.fault.field, outcome.fault.code]
}
const daysSinceSale = ({ unitsSold }: ExtractTable) => unitsSold.length - 1 - unitsSold.findLastIndex((units) => units > 0)
/** Units of the record that no sale, delivery or correction explains, by day from the second on. */
const residuals = ({ onHand, unitsSold, optional }: ExtractTable) =>
  Array.from(onHand.subarray(1), (units, i) => units - (onHand[i]! + optional.unitsReceived![i + 1]! - unitsSold[i + 1]!))

const item = tableFromText(`
  day sold received on_hand forecast
  0   2    0        8       2
  1   3    0        5       2
  2   1    10       14      2
  3   2    0        12      2
  4   0    0        12      2
  5   0    0        12      2
  6   0    0        12      2`)

/** An item whose record adds up: refilled when low, with days without a sale. */
const items = fc
  .array(fc.record({ wanted: fc.integer({ min: 0, max: 4 }), sells: fc.boolean(), refill: fc.integer({ min: 3, max: 30 }) }), { minLength: 2, maxLength: 60 })
  .map((days) => {
    let onHand = 10
    const lines = days.map(({ wanted, sells, refill }, day) => {
      const received = onHand <= 2 ? refill : 0
      const sold = sells ? Math.min(wanted, onHand + received - 1) : 0
      onHand += received - sold
      return `${day} ${sold} ${received} ${onHand} ${1 + (day % 3)}`
    })
    return tableFromText(`day sold received on_hand forecast\n${lines.join('\n')}`)
  })

describe('a scenario', () => {
  it('that asks for nothing, or for what is so, changes nothing', () => {
    fc.assert(
      fc.property(items, (table) => {
        const last = table.rowCount - 1
        const silent = daysSinceSale(table)
        const asked: Scenario = { onHand: table.onHand[last]!, forecast: table.optional.forecastUnits![last]!, ...(silent <= last ? { daysSinceSale: silent } : {}) }
        for (const scenario of [{}, asked]) expect(played(table, scenario)).toEqual({ ok: true, table: oneSeries(table, 0), changes: [] })
      }),
    )
  })

  it('is met by the last day, and the record still adds up on every day but where it says otherwise', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (table, onHand, share) => {
        const last = table.rowCount - 1
        const days = Math.floor(share * last)
        const changed = played(table, { onHand, daysSinceSale: days, forecast: 7 })
        expect(changed.table.onHand[last]).toBe(onHand)
        expect(daysSinceSale(changed.table)).toBe(days)
        expect(changed.table.optional.forecastUnits![last]).toBe(7)
        const told = changed.changes.reduce((sum, change) => sum + (change.kind === 'record' ? change.unexplained : 0), 0)
        const found = residuals(changed.table).map(Math.abs).filter((units) => units > 1e-9)
        expect(found.reduce((sum, units) => sum + units, 0)).toBeCloseTo(told, 9)
        // The last day, and where only the record was asked for all days, keep their stock.
        const record = played(table, { onHand }).table.onHand
        expect(record.every((units, row) => units > 0 || units === table.onHand[row])).toBe(true)
      }),
    )
  })

  it('with a higher or lower record makes the latest delivery larger or smaller', () => {
    const higher = played(item, { onHand: 15 })
    expect([...higher.table.onHand]).toEqual([8, 5, 17, 15, 15, 15, 15])
    expect([...higher.table.optional.unitsReceived!]).toEqual([0, 0, 13, 0, 0, 0, 0])
    expect(higher.changes).toEqual([
      { kind: 'record', from: drawnDayZero + 2, to: drawnDayZero + 6, by: 3, fromStart: false, delivery: { was: 10, is: 13 }, unexplained: 0 },
    ])
    expect([...played(item, { onHand: 4 }).table.optional.unitsReceived!]).toEqual([0, 0, 2, 0, 0, 0, 0])
  })

  it('with a record lower than any delivery explains says how much is unexplained', () => {
    const { table, changes } = played(item, { onHand: 1 })
    expect([...table.onHand]).toEqual([8, 5, 3, 1, 1, 1, 1])
    expect(changes).toMatchObject([{ by: -11, delivery: { was: 10, is: 0 }, unexplained: 1 }])
  })

  it('with a later sale adds the item’s middle sale, and the record before it is that much higher', () => {
    const { table, changes } = played(item, { daysSinceSale: 1 })
    expect([...table.unitsSold]).toEqual([2, 3, 1, 2, 0, 2, 0])
    expect([...table.onHand]).toEqual([8, 5, 16, 14, 14, 12, 12])
    expect(changes.map(({ kind }) => kind)).toEqual(['sale-added', 'record'])
  })

  it('with an earlier sale takes back what sold since, and nothing came in meanwhile', () => {
    const { table, changes } = played(item, { daysSinceSale: 5 })
    expect([...table.unitsSold]).toEqual([2, 3, 0, 0, 0, 0, 0])
    expect([...table.optional.unitsReceived!]).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect([...table.onHand]).toEqual([15, 12, 12, 12, 12, 12, 12])
    expect(changes[0]).toEqual({ kind: 'sales-removed', day: drawnDayZero + 1, units: 3, to: drawnDayZero + 3, removed: 3 })
  })

  it('moves the last sale where the day asked for sold nothing', () => {
    const quiet = tableFromText('day sold on_hand\n 0 0 9\n 1 0 9\n 2 4 5\n 3 0 5')
    expect([...played(quiet, { daysSinceSale: 2 }).table.unitsSold]).toEqual([0, 4, 0, 0])
  })

  it('with another forecast changes all forecasts in proportion', () => {
    expect([...played(item, { forecast: 3 }).table.optional.forecastUnits!]).toEqual([3, 3, 3, 3, 3, 3, 3])
  })

  it('that makes no sense is refused with the field that it is about', () => {
    expect(faultOf(item, { onHand: 0 })).toEqual(['onHand', 'on-hand-not-above-zero'])
    expect(faultOf(item, { onHand: NaN })).toEqual(['onHand', 'on-hand-not-above-zero'])
    expect(faultOf(item, { onHand: 1e9 })).toEqual(['onHand', 'too-large'])
    expect(faultOf(item, { daysSinceSale: 1.5 })).toEqual(['daysSinceSale', 'not-whole-days'])
    expect(faultOf(item, { daysSinceSale: 7 })).toEqual(['daysSinceSale', 'before-first-day'])
    expect(faultOf(item, { daysSinceSale: 2 }, () => true)).toEqual(['daysSinceSale', 'store-closed'])
    expect(faultOf(item, { forecast: -1 })).toEqual(['forecast', 'negative-forecast'])
    expect(faultOf(tableFromText('day sold on_hand\n 0 1 5'), { forecast: 2 })).toEqual(['forecast', 'no-forecast'])
    expect(faultOf(tableFromText('day sold on_hand forecast\n 0 1 5 0'), { forecast: 2 })).toEqual(['forecast', 'forecast-zero'])
    expect(faultOf(tableFromText('day sold on_hand\n 0 1 0'), {})).toEqual(['onHand', 'no-stock'])
    expect(faultOf(tableFromText('day sold on_hand\n 0 0 5\n 1 5 0\n 2 0 9'), { daysSinceSale: 2 })).toEqual(['daysSinceSale', 'no-stock-then'])
  })
})
