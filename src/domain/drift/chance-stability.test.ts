import { expect, it } from 'vitest'
import { chanceStability } from './chance-stability'

it.each([
  // 95th percentiles of chi-squared by table.
  [2, 3.841],
  [6, 11.07],
  [12, 19.675],
])('%d bins: the percentile of the table over the number of store-items', (bins, percentile) => {
  expect(Math.abs(chanceStability(bins, 100) * 100 - percentile)).toBeLessThan(0.15)
})
