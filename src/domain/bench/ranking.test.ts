import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMeasured } from '../../testing/drawn-measured'
import { drawnMeasuredRows, drawnModel } from '../../testing/drawn-measured-rows'
import { curveOfItems, drawRankedPopulation, drawRankedSample } from '../../testing/drawn-rankings'
import { randomNumbers } from '../../testing/random-table'
import { averagePrecision } from '../metrics/average-precision'
import { rocAuc } from '../metrics/roc-auc'
import { buildThresholdCurve } from '../metrics/threshold-curve'
import { aucWithoutItems } from './auc-without-items'
import { averagePrecisionWithoutItems } from './average-precision-without-items'
import type { ItemScores } from './item-counts'
import { itemSteps } from './item-steps'
import { rankedModel } from './ranked-model'
import { ranking, sureRanking } from './ranking'

const surely = (byItem: ItemScores) => sureRanking({ curve: curveOfItems(byItem), byItem })

/** Both figures from each store-item that is left, sorted anew. */
function writtenOut(byItem: ItemScores, without: number): { readonly ap: number; readonly auc: number } {
  const { phantom, phantomStart, sound, soundStart } = byItem
  const left = (scores: Float32Array, start: Uint32Array) => [...scores.subarray(0, start[without]), ...scores.subarray(start[without + 1])]
  const [right, wrong] = [left(phantom, phantomStart), left(sound, soundStart)]
  const curve = buildThresholdCurve(Float32Array.from([...right, ...wrong]), Uint8Array.from([...right.map(() => 1), ...wrong.map(() => 0)]))
  return { ap: averagePrecision(curve), auc: rocAuc(curve) }
}

function holdsLeftOut(byItem: ItemScores): void {
  const curve = curveOfItems(byItem)
  const steps = itemSteps(curve, byItem)
  const ap = averagePrecisionWithoutItems(curve, byItem, steps)
  const auc = aucWithoutItems(curve, byItem, steps)
  for (let i = 0; i < byItem.items; i++) {
    const expected = writtenOut(byItem, i)
    if (Number.isNaN(expected.ap)) expect(ap[i]).toBeNaN()
    else expect(ap[i]).toBeCloseTo(expected.ap, 10)
    if (Number.isNaN(expected.auc)) expect(auc[i]).toBeNaN()
    else expect(auc[i]).toBeCloseTo(expected.auc, 10)
  }
}

describe('figures without one store-item', () => {
  it('are those of sorting and counting what is left, ties and single classes among them', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, (rows) => {
        holdsLeftOut(rankedModel(rows, drawnModel)!.byItem)
      }),
      { numRuns: 1000 },
    )
  })

  it('are so among many rows too, where sums stand for single steps', () => {
    const population = drawRankedPopulation({ items: 300, rows: [1, 120], phantomItems: 0.3, spellRows: 20, lift: 3, between: 1, within: 0.7 }, 41)
    holdsLeftOut(population)
  })
})

describe('the interval of a ranking', () => {
  // Average precision of the populations: .33, .61, .33 and .80; AUC .89, .95, .89 and .98.
  const worlds = [
    { items: 1500, lift: 4, between: 1, cases: 800 },
    { items: 1500, lift: 5, between: 0.8, cases: 800 },
    { items: 600, lift: 4, between: 1, cases: 1600 },
    { items: 600, lift: 7, between: 0.8, cases: 1600 },
  ]
  for (const { items, lift, between, cases } of worlds) {
    it(`covers the truth in 93 to 97 of 100 samples of ${items} store-items whose phantom rows stand ${lift} higher`, { timeout: 60_000 }, () => {
      const population = drawRankedPopulation({ items: 20_000, rows: [4, 14], phantomItems: 0.05, spellRows: 3, lift, between, within: 0.7 }, 31)
      const curve = curveOfItems(population)
      const truth = { averagePrecision: averagePrecision(curve), auc: rocAuc(curve) }
      const next = randomNumbers(32)
      const samples = Array.from({ length: cases }, () => surely(drawRankedSample(population, items, next)))
      for (const figure of ['averagePrecision', 'auc'] as const) {
        const given = samples.map((sample) => sample[figure]).filter(({ tooFew }) => !tooFew)
        expect(given.length, figure).toBeGreaterThan(0.99 * cases)
        const within = given.filter(({ low, high }) => low <= truth[figure] && truth[figure] <= high).length / given.length
        expect(within, figure).toBeGreaterThanOrEqual(0.93)
        expect(within, figure).toBeLessThanOrEqual(0.97)
      }
    })
  }

  it('holds the figure of the curve, or says that too few store-items stand behind it', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, (rows) => {
        const sure = ranking(rows, { model: drawnModel })
        const { curve, byItem } = rankedModel(rows, drawnModel)!
        if (sure === null) {
          expect(curve.scores).toHaveLength(0)
          return
        }
        expect([sure.averagePrecision.value, sure.auc.value]).toEqual([averagePrecision(curve), rocAuc(curve)])
        const phantomItems = Array.from({ length: byItem.items }, (_, i) => byItem.phantomStart[i + 1]! - byItem.phantomStart[i]!).filter((count) => count > 0).length
        for (const { value, low, high, items, tooFew } of [sure.averagePrecision, sure.auc]) {
          if (items < 10 || phantomItems < 5) expect(tooFew).toBe(true)
          if (tooFew) expect([low, high]).toEqual([NaN, NaN])
          else {
            expect(low).toBeGreaterThanOrEqual(0)
            expect(low).toBeLessThanOrEqual(value)
            expect(high).toBeGreaterThanOrEqual(value)
            expect(high).toBeLessThanOrEqual(1)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('does not depend on how often each row of an item is written', () => {
    const population = drawRankedPopulation({ items: 400, rows: [4, 14], phantomItems: 0.1, spellRows: 3, lift: 4, between: 1, within: 0.7 }, 51)
    const twice = (scores: Float32Array) => Float32Array.from({ length: 2 * scores.length }, (_, at) => scores[at >> 1]!)
    const doubled = {
      ...population,
      phantom: twice(population.phantom),
      phantomStart: population.phantomStart.map((start) => 2 * start),
      sound: twice(population.sound),
      soundStart: population.soundStart.map((start) => 2 * start),
    }
    const [once, again] = [surely(population), surely(doubled)]
    for (const figure of ['averagePrecision', 'auc'] as const) {
      for (const end of ['value', 'low', 'high'] as const) expect(again[figure][end]).toBeCloseTo(once[figure][end], 9)
    }
  })

  it('is not given to a ranking without a fault', () => {
    const population = drawRankedPopulation({ items: 200, rows: [4, 14], phantomItems: 0.2, spellRows: 3, lift: 4, between: 1, within: 0.7 }, 61)
    const perfect = surely({ ...population, phantom: new Float32Array(population.phantom.length).fill(0.9999) })
    expect(perfect.auc).toMatchObject({ value: 1, tooFew: true })
    expect(perfect.averagePrecision).toMatchObject({ value: 1, tooFew: true })
  })

  it('is not known of a model that has scored nothing', () => {
    expect(ranking(drawnMeasured(), { model: 'unknown' })).toBeNull()
  })
})
