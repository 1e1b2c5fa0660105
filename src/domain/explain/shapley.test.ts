import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostPlayers, shapleyValues } from './shapley'

const worth = fc.double({ min: -20, max: 20, noNaN: true })
/** A game of 1 to 6 players with any values. */
const game = fc.integer({ min: 1, max: 6 }).chain((players) => fc.array(worth, { minLength: 2 ** players, maxLength: 2 ** players }).map((values) => Float64Array.from(values)))
/** The coalition with the bits of players a and b exchanged. */
const exchanged = (coalition: number, a: number, b: number) => {
  const [hasA, hasB] = [(coalition >> a) & 1, (coalition >> b) & 1]
  return hasA === hasB ? coalition : coalition ^ (1 << a) ^ (1 << b)
}

describe('Shapley values', () => {
  it('sum to what all players add together', () => {
    fc.assert(
      fc.property(game, (values) => {
        const sum = shapleyValues(values).reduce((total, value) => total + value, 0)
        expect(sum).toBeCloseTo(values.at(-1)! - values[0]!, 9)
      }),
    )
  })

  it('are the same for players who add the same', () => {
    fc.assert(
      fc.property(game, fc.nat(), fc.nat(), (values, one, other) => {
        const players = Math.log2(values.length)
        const [a, b] = [one % players, other % players]
        const alike = values.map((value, coalition) => value + values[exchanged(coalition, a, b)]!)
        const given = shapleyValues(alike)
        expect(given[a]).toBeCloseTo(given[b]!, 9)
      }),
    )
  })

  it('are 0 for a player who never adds anything', () => {
    fc.assert(
      fc.property(game, fc.nat(), (values, which) => {
        const dummy = 1 << (which % Math.log2(values.length))
        const given = shapleyValues(values.map((_, coalition) => values[coalition & ~dummy]!))
        expect(given[Math.log2(dummy)]).toBeCloseTo(0, 9)
      }),
    )
  })

  it('add up when games do', () => {
    fc.assert(
      fc.property(game, worth, (values, factor) => {
        const other = values.map((value, coalition) => factor * coalition - value * value)
        const both = shapleyValues(values.map((value, coalition) => value + other[coalition]!))
        const [one, two] = [shapleyValues(values), shapleyValues(other)]
        both.forEach((value, player) => expect(value).toBeCloseTo(one[player]! + two[player]!, 6))
      }),
    )
  })

  it('are the mean over all orders of joining', () => {
    fc.assert(
      fc.property(fc.array(worth, { minLength: 8, maxLength: 8 }), (given) => {
        const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        const mean = [0, 0, 0]
        for (const order of orders) {
          let joined = 0
          for (const player of order) {
            mean[player]! += (given[joined | (1 << player)]! - given[joined]!) / orders.length
            joined |= 1 << player
          }
        }
        shapleyValues(Float64Array.from(given)).forEach((value, player) => expect(value).toBeCloseTo(mean[player]!, 9))
      }),
    )
  })

  it('refuse what is not a game', () => {
    for (const length of [0, 3, 2 ** (mostPlayers + 1)]) expect(() => shapleyValues(new Float64Array(length))).toThrow(RangeError)
  })
})
