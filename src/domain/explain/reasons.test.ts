import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seriesHistory } from '../alerts/alert-rows'
import type { SeriesHistory } from '../alerts/alert-row'
import { featureCount } from '../features/catalog'
import { computeFeatureBlock } from '../features/compute-block'
import { buildFeatureContext } from '../features/context'
import { randomTable } from '../../testing/random-table'
import { fakeExplanation } from '../../testing/fake-explanation'
import { allReasons } from './all-reasons'
import type { Attribution } from './attribution'
import { gatherFacts } from './gather-facts'
import type { Words } from './reason'
import { mostReasons, reasonsOf } from './reasons'
import type { RowFacts } from './row-facts'
import { whatToDo } from './what-to-do'

/** Days as numbers, so that a test can read them back. */
const tenths = (units: number) => String(Math.round(units * 10) / 10)
const words: Words = { day: (day) => `#${day}`, units: tenths, about: tenths, percent: (share) => `${Math.round(share * 100)}%`, money: (amount) => amount.toFixed(2) }
const { facts, attributions } = fakeExplanation(1000)
const change = (over: Partial<RowFacts>): RowFacts => ({ ...facts, ...over })
const idsOf = (given: RowFacts) => allReasons(given, words).map(({ id }) => id)
const sentenceOf = (given: RowFacts, id: string) => allReasons(given, words).find((reason) => reason.id === id)?.sentence

describe('a reason', () => {
  it('speaks in plain words, with the row’s own figures', () => {
    expect(allReasons(facts, words).map(({ sentence }) => sentence)).toEqual([
      'Sold about 2 a day until #971, none in the 29 days since.',
      'Before, it never went more than 2 days without a sale.',
      'The record has stood at 9 since #972.',
      '12 came in on #990, and none has sold since.',
      'In the same 29 days all 3 other stores sold it, 41 in all.',
      'The rest of the store sells: 102% of what was expected in 7 days.',
    ])
  })

  it.each<[string, string, Partial<RowFacts>]>([
    ['an item that never sold', 'never-sold', { lastSale: null, soldBefore: null }],
    ['sales that only fell', 'sells-less', { lately: { days: 14, sold: 4, expected: 20 } }],
    ['other stores stopped too', 'none-sells', { otherStores: { stores: 3, selling: 0, sold: 0, days: 29 } }],
    ['a store that was closed', 'closed', { silentDays: 2, closedDays: 1 }],
    ['a count that found it', 'counted', { lastCount: { day: 995, units: 9, record: 9 } }],
    ['a promotion that ended', 'promotion-ended', { promotion: { on: false, ended: 970 } }],
    ['a delivery that came too late', 'fresh-delivery', { deliveries: { last: { day: 1000, units: 6 }, since: { count: 1, units: 6, latest: { day: 1000, units: 6 } }, usualDaysBetween: NaN } }],
    ['deliveries that ceased', 'no-delivery', { deliveries: { last: { day: 960, units: 6 }, since: { count: 0, units: 0, latest: null }, usualDaysBetween: 7 } }],
  ])('%s', (_, id, over) => {
    expect(idsOf(facts)).not.toContain(id)
    expect(idsOf(change(over))).toContain(id)
    expect(sentenceOf(change(over), id)).not.toMatch(/NaN|undefined|null/)
  })

  it('tells a slow seller by its sum, and days without a figure', () => {
    expect(sentenceOf(change({ soldBefore: { units: 5, days: 28 }, unknownDays: 2 }), 'stopped')).toBe('Sold 5 in the 28 days to #971, none in the 29 days since (2 of them without a figure).')
  })

  it('holds its tongue about silence where it sold that day', () => {
    const ids = idsOf(change({ silentDays: 0, lastSale: { day: 1000, units: 2 } }))
    expect(ids).toContain('still-sells')
    for (const id of ['stopped', 'longest-silence', 'unsold-delivery', 'others-sell']) expect(ids).not.toContain(id)
  })
})

describe('the reasons of a row', () => {
  const { lgbm } = attributions
  const withShares = (values: Record<string, number>): Attribution => ({ ...lgbm!, shares: lgbm!.shares.map(({ group }) => ({ group, value: values[group] ?? 0 })) })

  it('stand in the order in which their evidence moves the model', () => {
    const byStores = reasonsOf(facts, withShares({ otherStores: 3, deliveries: 2, sales: 1 }), true, words)
    expect(byStores.missing.map(({ group }) => group)).toEqual(['otherStores', 'deliveries', 'sales', 'sales'])
  })

  it('say something new before they say more of the same', () => {
    const mostlySales = reasonsOf(facts, withShares({ sales: 3, record: 2, deliveries: 1.6 }), true, words)
    expect(mostlySales.missing.map(({ group }) => group)).toEqual(['sales', 'record', 'deliveries', 'sales'])
  })

  it('are four at most, and keep a place for the other side', () => {
    const mixed = change({ lastCount: { day: 995, units: 9, record: 9 }, promotion: { on: false, ended: 970 } })
    const alert = reasonsOf(mixed, lgbm!, true, words)
    expect([alert.missing.length, alert.there.length]).toEqual([mostReasons - 1, 1])
    const left = reasonsOf(mixed, lgbm!, false, words)
    expect([left.missing.length, left.there.length]).toEqual([mostReasons - 2, 2])
  })
})

/** Every figure of a sentence, read back; what follows says what it must agree with. */
const numbersIn = (sentence: string) => [...sentence.matchAll(/#?-?\d+(?:\.\d+)?/g)].map(([text]) => text)
const dayIn = (text: string | undefined) => Number(text?.slice(1))

function checkAgainst(history: SeriesHistory, day: number, id: string, sentence: string): void {
  const at = history.day.indexOf(day)
  const on = (text: string | undefined) => history.day.indexOf(dayIn(text))
  const soldBetween = (from: number, to: number) => history.unitsSold.slice(from, to + 1).reduce((sum, units) => sum + (Number.isNaN(units) ? 0 : units), 0)
  const noSale = (from: number, to: number) => history.unitsSold.slice(from, to + 1).every((units) => !(units > 0))
  const found = numbersIn(sentence)
  switch (id) {
    case 'stopped': {
      const last = on(found.find((text) => text.startsWith('#')))
      const silent = Number(found.filter((text) => !text.startsWith('#')).at(sentence.includes('without a figure') ? -2 : -1))
      expect(history.unitsSold[last]).toBeGreaterThan(0)
      expect(silent).toBe(at - last)
      expect(noSale(last + 1, at)).toBe(true)
      const days = Math.min(28, last + 1)
      const told = Number(found[0])
      const sum = soldBetween(last - days + 1, last)
      if (sentence.includes(' a day ')) expect(Math.abs(told - sum / days)).toBeLessThanOrEqual(0.051)
      else expect(told).toBe(sum)
      return
    }
    case 'never-sold':
      expect(noSale(0, at)).toBe(true)
      expect(Number(found[0])).toBe(at + 1)
      return
    case 'sells-less':
      expect(Number(found[0])).toBe(soldBetween(at - Number(found[1]) + 1, at))
      return
    case 'longest-silence':
    case 'usual-silence': {
      let longest = 0
      let run = -1
      for (let i = 0; i <= at; i++) {
        if (history.unitsSold[i]! > 0) {
          longest = Math.max(longest, run)
          run = 0
        } else if (run >= 0 && history.onHand[i]! > 0) run++
      }
      expect(Number(found[0])).toBe(longest)
      return
    }
    case 'still-sells':
      expect(history.unitsSold[on(found[1])]).toBe(Number(found[0]))
      expect(at - on(found[1])).toBeLessThanOrEqual(1)
      return
    case 'stands-still': {
      const from = sentence.includes('that are known') ? 0 : on(found[1])
      expect(history.onHand.slice(from, at + 1).every((units) => units === Number(found[0]))).toBe(true)
      return
    }
    case 'moves':
      expect(history.onHand[on(found[0])]).not.toBe(history.onHand[on(found[0]) - 1])
      return
    case 'was-negative':
      expect(history.onHand.slice(Math.max(0, at - 89), at + 1).filter((units) => units < 0)).toHaveLength(Number(found[0]))
      return
    case 'unsold-delivery': {
      const latest = on(found.find((text) => text.startsWith('#')))
      expect(history.unitsReceived[latest]).toBeGreaterThan(0)
      expect(noSale(latest, at)).toBe(true)
      return
    }
    case 'no-delivery': {
      // Told as days since, as the day itself, or as all days that are known.
      const last = sentence.includes('since') ? on(found[0]) : at - Number(found[0])
      if (last >= 0) expect(history.unitsReceived[last]).toBeGreaterThan(0)
      expect(sentence.includes('that are known')).toBe(last < 0)
      expect(history.unitsReceived.slice(last + 1, at + 1).every((units) => !(units > 0))).toBe(true)
      return
    }
    case 'fresh-delivery':
      expect(history.unitsReceived[on(found[1])]).toBe(Number(found[0]))
      return
    case 'short-history':
      expect(Number(found[0])).toBe(at + 1)
      return
  }
}

it('no reason and no step contradicts the row’s own days, whatever the extract', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      const table = randomTable({ seed, stores: 3, skus: 4, days: 70 })
      const context = buildFeatureContext(table)
      const none = { table, scores: new Map<string, Float32Array>(), daysSinceSale: context.demand.daysSinceSale, missedUnits: context.demand.expectedSinceSale, ourForecast: context.demand.ourForecast, unitsPerDay: context.demand.rate }
      for (let series = 0; series < table.seriesCount; series++) {
        const { values } = computeFeatureBlock(context, series, series + 1)
        const [start, end] = [table.seriesStart[series]!, table.seriesStart[series + 1]!]
        for (let row = end - 1; row >= start; row -= 9) {
          if (!(table.onHand[row]! > 0)) continue
          const given = gatherFacts(context, series, row, values.subarray((row - start) * featureCount, (row - start + 1) * featureCount))
          const history = seriesHistory(none, row)
          for (const { id, sentence } of allReasons(given, words)) {
            expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/)
            seen.add(id)
            checkAgainst(history, given.day, id, sentence)
          }
          const steps = whatToDo(given, words)
          expect(steps.map(({ id }) => id).slice(-2)).toEqual(['count', 'correct'])
          for (const { ground } of steps) expect(ground).not.toMatch(/NaN|undefined|null|Infinity/)
        }
      }
    }),
    { numRuns: 25 },
  )
  for (const id of ['stopped', 'still-sells', 'stands-still', 'unsold-delivery', 'others-sell', 'usual-silence']) expect(seen).toContain(id)
})
