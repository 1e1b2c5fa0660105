import { expect, it } from 'vitest'
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import { expectedRows } from './expected-rows'

const expected: ExpectedAtThreshold = {
  threshold: 0.5,
  calibrationShare: 0.05,
  rows: 100,
  items: 40,
  alerts: 10,
  asCalibrated: { share: 0.06, precision: 0.9, recall: 0.4 },
  adjusted: {
    status: 'estimated',
    expected: { share: 0.03, precision: 0.8, recall: 0.5 },
    intervals: { share: { low: 0.02, high: 0.04 }, precision: { low: 0.7, high: 0.85 }, recall: { low: NaN, high: NaN } },
    information: 0.4,
  },
}
const curve = { scores: Float32Array.of(0.75, 0.5, 0.25), truePositives: Uint32Array.of(2, 3, 4), falsePositives: Uint32Array.of(0, 1, 6), positives: 4, negatives: 6 }
const worlds = { key: 'test-worlds', source: 'Simulated test worlds, 10 rows', curve }

it('the most telling estimate stands first, what was measured last', () => {
  const rows = expectedRows(0.5, expected, { checked: 10, real: 5 }, [worlds])
  expect(rows.map(({ key }) => key)).toEqual(['checks', 'adjusted', 'calibrated', 'test-worlds'])
  // Ten checks weigh as much as the estimate: half of .8 and .5.
  expect(rows[0]?.cells[0]?.text).toBe('65.0%')
  expect(rows[1]?.cells.map(({ text }) => text)).toEqual(['80.0%', '50.0%', '3.0%'])
  expect(rows[1]?.cells.map(({ interval }) => interval)).toEqual(['70.0% to 85.0%', undefined, '2.0% to 4.0%'])
  expect(rows[3]?.cells.map(({ text }) => text)).toEqual(['75.0%', '75.0%', '40.0%'])
})

it('without checks nothing is sharpened, and without an estimate of the share checks sharpen the probabilities', () => {
  expect(expectedRows(0.5, expected, { checked: 0, real: 0 }, []).map(({ key }) => key)).toEqual(['adjusted', 'calibrated'])
  const rows = expectedRows(0.5, { ...expected, adjusted: { status: 'not-separated' } }, { checked: 10, real: 5 }, [])
  expect(rows.map(({ key }) => key)).toEqual(['checks', 'calibrated'])
  expect(rows[0]?.cells[0]?.text).toBe('70.0%')
})

it('a precision that is not defined is a dash without a mark', () => {
  const none = { ...expected, asCalibrated: { share: 0.06, precision: NaN, recall: 0 }, adjusted: { status: 'too-few' as const } }
  const [row] = expectedRows(0.5, none, { checked: 3, real: 3 }, [])
  expect(row?.key).toBe('calibrated')
  expect(row?.cells[0]?.text).toBe('–')
  expect(row?.marks).toEqual([])
})
