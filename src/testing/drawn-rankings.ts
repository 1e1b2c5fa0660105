/**
 * Scored rows in clusters whose truth is known: a fixed population of store-items, from which samples
 * are drawn one by one with replacement, so that the ranking of the population is the truth exactly.
 */
import type { ItemScores } from '../domain/bench/item-counts'
import { buildThresholdCurve, type ThresholdCurve } from '../domain/metrics/threshold-curve'
import { randomNumbers } from './random-table'

export interface RankedPopulationShape {
  readonly items: number
  /** Rows of a store-item, at least and at most. */
  readonly rows: readonly [number, number]
  /** Chance that a store-item has a phantom spell, and mean rows of it. */
  readonly phantomItems: number
  readonly spellRows: number
  /** How far phantom rows stand above sound ones, in log odds, when a spell has lasted. */
  readonly lift: number
  /** Spread between store-items, and between the rows of one, in log odds. */
  readonly between: number
  readonly within: number
}

/** A population by `shape`: scores rise over a spell, as evidence gathers. */
export function drawRankedPopulation(shape: RankedPopulationShape, seed: number): ItemScores {
  const next = randomNumbers(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const score = (logOdds: number): number => Math.fround(1 / (1 + Math.exp(-logOdds)))
  const [fewest, most] = shape.rows
  const each = Array.from({ length: shape.items }, () => {
    const rows = fewest + Math.floor((most - fewest + 1) * next())
    const spell = next() < shape.phantomItems ? Math.min(rows - 1, 1 + Math.floor(2 * shape.spellRows * next())) : 0
    const level = -3 + shape.between * normal()
    return {
      phantom: Array.from({ length: spell }, (_, day) => score(level + shape.lift * (1 - Math.exp(-(day + 1) / 3)) + shape.within * normal())),
      sound: Array.from({ length: rows - spell }, () => score(level + shape.within * normal())),
    }
  })
  return gathered(each.map(({ phantom, sound }) => [Float32Array.from(phantom).sort(), Float32Array.from(sound).sort()]))
}

/** `items` store-items of the population, drawn with replacement. */
export function drawRankedSample(population: ItemScores, items: number, next: () => number): ItemScores {
  const { phantom, phantomStart, sound, soundStart } = population
  return gathered(
    Array.from({ length: items }, () => {
      const i = Math.floor(next() * population.items)
      return [phantom.subarray(phantomStart[i], phantomStart[i + 1]), sound.subarray(soundStart[i], soundStart[i + 1])]
    }),
  )
}

/** The curve of all rows of the store-items. */
export function curveOfItems({ phantom, sound }: ItemScores): ThresholdCurve {
  const scores = new Float32Array(phantom.length + sound.length)
  scores.set(phantom)
  scores.set(sound, phantom.length)
  return buildThresholdCurve(scores, new Uint8Array(scores.length).fill(1, 0, phantom.length))
}

function gathered(items: readonly (readonly [Float32Array, Float32Array])[]): ItemScores {
  const column = (of: 0 | 1): readonly [Float32Array, Uint32Array] => {
    const start = new Uint32Array(items.length + 1)
    items.forEach((item, i) => (start[i + 1] = start[i]! + item[of].length))
    const scores = new Float32Array(start[items.length]!)
    items.forEach((item, i) => scores.set(item[of], start[i]))
    return [scores, start]
  }
  const [phantom, phantomStart] = column(0)
  const [sound, soundStart] = column(1)
  return { items: items.length, phantom, phantomStart, sound, soundStart }
}
