import { expect, it } from 'vitest'
import { studentPoint } from './student-t'

it('gives the published points', () => {
  // Any printed table of Student's t.
  expect(studentPoint(0.975, 9)).toBeCloseTo(2.262157, 3)
  expect(studentPoint(0.95, 9)).toBeCloseTo(1.833113, 3)
  expect(studentPoint(0.975, 30)).toBeCloseTo(2.042272, 5)
  expect(studentPoint(0.95, 120)).toBeCloseTo(1.657651, 5)
  expect(Math.abs(studentPoint(0.975, 4) - 2.776445)).toBeLessThan(0.002)
})

it('falls towards the normal point as the degrees of freedom grow', () => {
  for (let freedom = 4; freedom < 400; freedom++) expect(studentPoint(0.95, freedom + 1)).toBeLessThan(studentPoint(0.95, freedom))
  expect(studentPoint(0.95, 1e9)).toBeCloseTo(1.644854, 6)
})
