import { expect, it } from 'vitest'
import { seriesLook } from './series-look'

it('no two of seven series look alike', () => {
  const looks = Array.from({ length: 7 }, (_, index) => JSON.stringify(seriesLook(index)))
  expect(new Set(looks).size).toBe(7)
})

it('the four models can be told apart by dash alone', () => {
  expect(new Set([0, 1, 2, 3].map((index) => seriesLook(index).dash)).size).toBe(4)
})
