import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scaleTop } from './scale-top'

it('a scale has room for every value', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 3, noNaN: true })), (values) => values.every((value) => value <= scaleTop(values) + 1e-9)))
})

it('a scale of shares ends at 1, or lower where nothing comes near', () => {
  expect(scaleTop([0.2, 0.8])).toBe(1)
  expect(scaleTop([0.15])).toBe(0.2)
  expect(scaleTop([])).toBe(0.1)
})
