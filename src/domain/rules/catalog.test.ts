import { describe, expect, it, test } from 'vitest'
import { drawDays } from '../../testing/drawn-features'
import { ruleScoresOf } from '../../testing/drawn-rules'
import { cutAfter, randomTable } from '../../testing/random-table'
import { computeFeatureBlock } from '../features/compute-block'
import { buildFeatureContext } from '../features/context'
import { featureNames } from '../features/catalog'
import { rules } from './catalog'
import { negativeBinomialSize } from './negative-binomial-since-sale'
import { scoreRules } from './score-rules'

/** Float32 keeps some seven digits. */
const near = (value: number) => expect.closeTo(value, 4) as number

describe('days without a sale', () => {
  const score = ruleScoresOf(`day sold on_hand\n${drawDays(31, (day) => (day === 0 ? '1 9' : '0 9'))}`)

  it('count from the last sale', () => {
    expect([score('no_sale_28', 0), score('no_sale_28', 1), score('no_sale_28', 30)]).toEqual([0, 1, 30])
  })

  it('count from the first day where nothing has sold', () => {
    expect(ruleScoresOf(`day sold on_hand\n${drawDays(3, () => '0 9')}`)('no_sale_28', 2)).toBe(3)
  })
})

describe('a silence against the days before it', () => {
  // One unit every other day, the last on day 18, then silence.
  const score = ruleScoresOf(`day sold on_hand\n${drawDays(26, (day) => (day < 20 && day % 2 === 0 ? '1 30' : '0 30'))}`)

  it('is its days times the mean sales of those days', () => {
    expect(score('n_over_rate', 25)).toEqual(near((7 * 10) / 19))
  })

  it('is improbable by their share of quiet days, one imagined day each way', () => {
    expect(score('p0_run', 25)).toEqual(near(-7 * Math.log((9 + 1) / (19 + 2))))
  })

  it('is judged by a week at least', () => {
    expect(ruleScoresOf(`day sold on_hand\n${drawDays(4, (day) => (day === 0 ? '2 9' : '0 9'))}`)('n_over_rate', 3)).toEqual(near((3 * 2) / 7))
  })

  it('keeps the days before it in sight, however long it lasts', () => {
    const long = ruleScoresOf(`day sold on_hand\n${drawDays(190, (day) => (day < 90 ? '1 9' : '0 9'))}`)
    expect(long('n_over_rate', 189)).toEqual(near(100))
    expect(long('p0_run', 189)).toEqual(expect.closeTo(-100 * Math.log(0.02), 2))
  })
})

describe('the forecast since the last sale', () => {
  const score = ruleScoresOf(`day sold on_hand forecast\n0 1 9 2\n1 0 9 1.5\n2 0 9 1.5\n3 - 9 4\n4 0 9 -3\n5 0 9 1.5`)

  it('adds up its units, without days of unknown sales', () => {
    expect([0, 1, 2, 3, 4, 5].map((row) => score('poisson', row))).toEqual([0, 1.5, 3, 3, 3, 4.5])
  })

  it('adds up the log chance of no sale under a negative binomial', () => {
    expect(score('negative_binomial', 5)).toEqual(near(3 * 1.8 * Math.log1p(1.5 / 1.8)))
  })

  it('is burstier the slower an item sells', () => {
    expect([0, 0.3, 0.5, 8, 50].map(negativeBinomialSize)).toEqual([1.1, 1.1, near(1.1 + 0.4 * (0.2 / 0.45)), 3.9, 3.9])
  })
})

test('the waiting time by weekday asks what that weekday usually does', () => {
  // Day 0 is a Wednesday. It sells every day but on Wednesdays, and from day 28, a Wednesday, not at all.
  const score = ruleScoresOf(`day sold on_hand\n${drawDays(30, (day) => (day % 7 === 0 || day >= 28 ? '0 9' : '1 9'))}`)
  const quiet = -Math.log((4 + 1) / (4 + 2))
  expect(score('weekday_wait', 27)).toBe(0)
  expect(score('weekday_wait', 28)).toEqual(near(quiet))
  expect(score('weekday_wait', 29)).toEqual(near(quiet - Math.log((0 + 1) / (4 + 2))))
})

describe('days short of the forecast', () => {
  it('are counted over a week, the larger forecast first among equals', () => {
    const score = ruleScoresOf(`day sold on_hand forecast\n${drawDays(8, (day) => (day > 4 ? '2 50 10' : '10 50 10'))}`)
    expect(score('short_of_forecast', 7)).toEqual(near(3 + 0.99 * (70 / 71)))
  })

  it('need a forecast: returns on a day without one are not short', () => {
    expect(ruleScoresOf('day sold on_hand forecast\n0 -1 9 0\n1 -1 9 0')('short_of_forecast', 1)).toBe(0)
  })
})

test('the drop in velocity sets 4 weeks against weeks 8 to 20, and has no answer before or where those sold nothing', () => {
  const score = ruleScoresOf(`day sold on_hand\n${drawDays(140, (day) => (day < 84 || day % 4 === 0 ? '1 90' : '0 90'))}`)
  expect(score('velocity_drop', 139)).toEqual(near(0.75))
  expect(score('velocity_drop', 55)).toBeNaN()
  expect(ruleScoresOf(`day sold on_hand\n${drawDays(80, () => '0 9')}`)('velocity_drop', 79)).toBeNaN()
})

test('the lowest record comes first, one that cannot be read has no answer', () => {
  const score = ruleScoresOf('day sold on_hand\n0 0 12\n1 0 3\n2 0 -')
  expect([score('low_record', 0), score('low_record', 1)]).toEqual([-12, -3])
  expect(score('low_record', 2)).toBeNaN()
})

test('sales, stock and past errors multiply', () => {
  // Three units are gone on day 10 that nothing explains; 28 days have a day before them.
  const score = ruleScoresOf(`day sold received on_hand\n${drawDays(29, (day) => `1 1 ${day < 10 ? 5 : 2}`)}`)
  expect(score('activity_errors', 28)).toEqual(near(1.01 * 2 * (3 / 28 + 0.01)))
})

test('other stores sell it: days without a sale times the share of stores that sold it within a week', () => {
  const day = (store: string, sold: (day: number) => number) => Array.from({ length: 12 }, (_, n) => `${store} ${n} ${sold(n)} 9`).join('\n')
  const score = ruleScoresOf(`store day sold on_hand\n${[day('A', (n) => (n === 6 ? 1 : 0)), day('B', () => 1), day('C', (n) => (n === 2 ? 1 : 0))].join('\n')}`)
  expect(score('others_sell', 11)).toEqual(near(5 * (1 / 2)))
  expect(ruleScoresOf(`day sold on_hand\n${drawDays(5, () => '0 9')}`)('others_sell', 4)).toBe(0)
})

test('chance draws a store-item and day alike in every extract, and spreads evenly', () => {
  const score = ruleScoresOf(`day sold on_hand\n${drawDays(400, () => '0 9')}`)
  expect(ruleScoresOf('day sold on_hand\n7 3 2')('random', 0)).toBe(score('random', 7))
  const drawn = Array.from({ length: 400 }, (_, row) => score('random', row))
  for (const quarter of [0, 0.25, 0.5, 0.75]) expect(drawn.filter((value) => value >= quarter && value < quarter + 0.25).length / 400).toBeCloseTo(0.25, 1)
})

describe('every rule', () => {
  const table = randomTable({ seed: 5, stores: 3, skus: 8, days: 210 })
  const whole = ruleScoresOf(table)

  it('has a name of its own, and reads what there is', () => {
    expect(new Set(rules.flatMap(({ id, name }) => [id, name])).size).toBe(2 * rules.length)
    for (const name of rules.flatMap(({ reads }) => reads)) expect([...featureNames, 'store', 'sku', 'day']).toContain(name)
  })

  it.each(rules.map(({ id }) => id))('%s changes nothing when the future is cut off', (id) => {
    const lastDay = table.day[0]! + 120
    const shorter = cutAfter(table, lastDay)
    const cut = ruleScoresOf(shorter)
    const kept = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => table.day[row]! <= lastDay)
    expect(kept).toHaveLength(shorter.rowCount)
    expect(kept.filter((row, at) => !Object.is(cut(id, at), whole(id, row)))).toEqual([])
  })

  it.each(rules.map(({ id }) => id))('%s reads no label and is never infinite', (id) => {
    const unlabelled = ruleScoresOf({ ...table, phantom: null })
    const rows = Array.from({ length: table.rowCount }, (_, row) => row)
    expect(rows.filter((row) => !Object.is(unlabelled(id, row), whole(id, row)))).toEqual([])
    expect(rows.filter((row) => Math.abs(whole(id, row)) === Infinity)).toEqual([])
  })

  it('scores a series alike in whatever block it stands', () => {
    const context = buildFeatureContext(table)
    const scores = rules.map(() => new Float32Array(table.rowCount))
    for (let series = 0; series < table.seriesCount; series++) scoreRules(table, computeFeatureBlock(context, series, series + 1), scores, table.seriesStart[series]!)
    rules.forEach(({ id }, r) => {
      expect([...scores[r]!]).toEqual(Array.from({ length: table.rowCount }, (_, row) => whole(id, row)))
    })
  })
})
