/**
 * Shapley values, exactly (Shapley 1953): what each player adds to a game, averaged over all orders
 * in which the players can join.
 *
 * A game of n players is its 2^n values; bit p of a coalition's number says whether player p is in it.
 */

/** Players that are still shared out exactly; the work grows as n x 2^n. */
export const mostPlayers = 16

/**
 * value_p = sum over coalitions S without p of |S|! (n - |S| - 1)! / n! x (v(S + p) - v(S)).
 *
 * The values sum to v(all) - v(none); players that always add the same get the same; a player that
 * never adds anything gets 0.
 *
 * @param game length 2^n, 0 <= n <= `mostPlayers`, finite
 * @returns length n, in the unit of the game
 * @throws RangeError for any other length
 */
export function shapleyValues(game: Float64Array): Float64Array {
  const players = Math.log2(game.length)
  if (!Number.isInteger(players) || players > mostPlayers) throw new RangeError(`A game has 2^n values, n at most ${mostPlayers}; this one has ${game.length}.`)
  const values = new Float64Array(players)
  const weights = weightsBySize(players)
  for (let coalition = 0; coalition < game.length; coalition++) {
    const weight = weights[sizeOf(coalition)]!
    for (let player = 0; player < players; player++) {
      const joined = coalition | (1 << player)
      if (joined !== coalition) values[player]! += weight * (game[joined]! - game[coalition]!)
    }
  }
  return values
}

/** By the size s of a coalition: s! (n - s - 1)! / n!, the chance that just these players join before a given one. */
function weightsBySize(players: number): Float64Array {
  const weights = new Float64Array(players + 1)
  if (players === 0) return weights
  weights[0] = 1 / players
  for (let size = 1; size < players; size++) weights[size] = (weights[size - 1]! * size) / (players - size)
  return weights
}

function sizeOf(coalition: number): number {
  let size = 0
  for (let rest = coalition; rest > 0; rest &= rest - 1) size++
  return size
}
