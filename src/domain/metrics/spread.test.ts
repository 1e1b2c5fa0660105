import { expect, it } from 'vitest'
import { spread } from './spread'

it('takes all where they are few, and else the ends and even steps between', () => {
  expect(spread(3, 5)).toEqual([0, 1, 2])
  expect(spread(101, 5)).toEqual([0, 25, 50, 75, 100])
  expect(spread(0, 5)).toEqual([])
})
