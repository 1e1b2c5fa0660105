import type { TodayFacts } from './today-facts'

/**
 * How many shelves of the latest day reach a threshold, all stores together: candidates alone, whether today's
 * list holds them back or not.
 *
 * @param judged one a row of `facts`, as the common threshold judges it; NaN where the model has not scored it
 */
export function checksAt({ candidate }: Pick<TodayFacts, 'candidate'>, judged: Float32Array, threshold: number): number {
  const cut = Math.fround(threshold)
  let alerts = 0
  for (let i = 0; i < judged.length; i++) if (candidate[i] === 1 && judged[i]! >= cut) alerts++
  return alerts
}
