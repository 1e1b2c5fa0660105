import { expect, it } from 'vitest'
import { calibrationShare } from './calibration-share'

const threshold = { precision_floor_threshold: 0.7, precision_floor: 0.9 }

it('is the phantom part of the rows that the threshold was picked on', () => {
  expect(calibrationShare({ ...threshold, picked_on: { worlds: 12, candidates: 400, positives: 20, precision: 0.9 } })).toBe(0.05)
})

it('is not known where the folder does not tell it, or tells what no share can be made of', () => {
  expect(calibrationShare(threshold)).toBeNull()
  expect(calibrationShare({ ...threshold, picked_on: 'somewhere' })).toBeNull()
  expect(calibrationShare({ ...threshold, picked_on: { candidates: 10, positives: 0 } })).toBeNull()
  expect(calibrationShare({ ...threshold, picked_on: { candidates: 10, positives: 10 } })).toBeNull()
})
