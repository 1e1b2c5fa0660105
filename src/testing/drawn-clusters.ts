/**
 * Clustered rows whose truth is known: a fixed population of store-items, from which samples are
 * drawn one by one with replacement, so that the shares of the population are the truth exactly.
 */
import type { ItemCounts } from '../domain/bench/item-counts'
import { randomNumbers } from './random-table'

export interface PopulationShape {
  readonly items: number
  /** Chance that a store-item has a phantom spell, and that it has a run of wrong alerts. */
  readonly phantomItems: number
  readonly falseItems: number
  /** Mean days of a spell and of a wrong run; days before a spell is alerted, if it is at all. */
  readonly spellDays: number
  readonly falseDays: number
  readonly delayDays: number
  /** Spread of the logarithm of lengths: .5 is mild; with 1 a few store-items hold most days. */
  readonly spread: number
}

/** A population by `shape`: one entry a store-item, counted in rows. */
export function drawPopulation(shape: PopulationShape, seed: number): ItemCounts {
  const next = randomNumbers(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const length = (mean: number, most: number): number =>
    Math.max(1, Math.min(most, Math.round(mean * Math.exp(shape.spread * normal() - shape.spread ** 2 / 2))))
  const counts = { tp: new Uint32Array(shape.items), fp: new Uint32Array(shape.items), fn: new Uint32Array(shape.items), tn: new Uint32Array(shape.items) }
  for (let i = 0; i < shape.items; i++) {
    const rows = 30 + Math.floor(150 * next())
    const phantom = next() < shape.phantomItems ? length(shape.spellDays, rows - 10) : 0
    const found = Math.max(0, phantom - Math.floor(2 * shape.delayDays * next()))
    const wrong = next() < shape.falseItems ? length(shape.falseDays, rows - phantom) : 0
    counts.tp[i] = found
    counts.fn[i] = phantom - found
    counts.fp[i] = wrong
    counts.tn[i] = rows - phantom - wrong
  }
  return counts
}

/** `items` store-items of the population, drawn with replacement. */
export function drawSample(population: ItemCounts, items: number, next: () => number): ItemCounts {
  const at = Uint32Array.from({ length: items }, () => Math.floor(next() * population.tp.length))
  const drawn = (counts: Uint32Array): Uint32Array => at.map((item) => counts[item]!)
  return { tp: drawn(population.tp), fp: drawn(population.fp), fn: drawn(population.fn), tn: drawn(population.tn) }
}
