import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeOn, roundScale, shareScale } from './plot-scale'

it.each([
  [0, 93, [0, 20, 40, 60, 80, 100]],
  [-37, 112, [-50, 0, 50, 100, 150]],
  [0, 0.043, [0, 0.01, 0.02, 0.03, 0.04, 0.05]],
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [3, 3, [3, 3.2, 3.4, 3.6, 3.8, 4]],
])('from %d to %d it has the ticks %j', (lowest, highest, ticks) => {
  expect(roundScale(lowest, highest).ticks).toEqual(ticks)
})

it('days have whole ticks', () => {
  expect(roundScale(0, 3, { whole: true }).ticks).toEqual([0, 1, 2, 3])
  expect(roundScale(0, 28, { whole: true }).ticks.every(Number.isInteger)).toBe(true)
})

it('always has room for what it must hold, with a few ticks that rise', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e7, max: 1e7, noNaN: true }), fc.double({ min: 1e-4, max: 1e7, noNaN: true }), (lowest, width) => {
      const { from, to, ticks } = roundScale(lowest, lowest + width)
      const slack = Math.abs(to - from) * 1e-6
      expect(from).toBeLessThanOrEqual(lowest + slack)
      expect(to).toBeGreaterThanOrEqual(lowest + width - slack)
      expect(ticks.length).toBeGreaterThanOrEqual(2)
      expect(ticks.length).toBeLessThanOrEqual(8)
      expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
    }),
  )
})

it('places a value as a share of the scale, inside of it', () => {
  expect(placeOn({ from: -50, to: 150, ticks: [] }, 0)).toBe(0.25)
  expect(placeOn(shareScale, 7)).toBe(1)
  expect(placeOn(shareScale, -1)).toBe(0)
})
