import { expect, it } from 'vitest'
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import { againstLabelsSentence, checksSentence, expectedSentence, shareSentence } from './expected-words'

const measures = { share: 0.03, precision: 0.82, recall: 0.3 }
const estimated: ExpectedAtThreshold = {
  threshold: 0.7,
  calibrationShare: 0.048,
  rows: 9000,
  items: 200,
  alerts: 340,
  asCalibrated: { share: 0.045, precision: 0.9, recall: 0.28 },
  adjusted: {
    status: 'estimated',
    expected: measures,
    intervals: { share: { low: 0.02, high: 0.04 }, precision: { low: 0.74, high: 0.88 }, recall: { low: 0.2, high: 0.4 } },
    information: 0.4,
  },
}

it('says what to expect, how sure that is, and that it is an estimate', () => {
  expect(expectedSentence(estimated)).toBe('340 rows of this extract reach the threshold; about 82% of them should be real (74% to 88%). This is an estimate, not a measurement.')
})

it('without an estimate of the share it goes by the probabilities, and says so', () => {
  expect(expectedSentence({ ...estimated, adjusted: { status: 'not-separated' } })).toContain('going by the probabilities alone, about 90%')
})

it('promises nothing where nothing is flagged or scored', () => {
  expect(expectedSentence({ ...estimated, alerts: 0 })).toContain('no precision to expect')
  expect(expectedSentence({ ...estimated, rows: 0 })).toContain('nothing can be estimated')
})

it('calls the share another only where its interval leaves that of the calibration out', () => {
  expect(shareSentence(estimated)).toBe('4.8% of the rows that the model was calibrated on were phantom. Here the scores point to 3.0% (2.0% to 4.0%): fewer than there.')
  expect(shareSentence({ ...estimated, calibrationShare: 0.03 })).toContain('as many as there, as far as can be told')
  expect(shareSentence({ ...estimated, calibrationShare: 0.01 })).toContain('more than there')
})

it('says why there is no estimate of the share', () => {
  expect(shareSentence({ ...estimated, items: 12, adjusted: { status: 'too-few' } })).toContain('12 store-items only, fewer than 30')
  expect(shareSentence({ ...estimated, adjusted: { status: 'not-separated' } })).toContain('too close together')
  expect(shareSentence({ ...estimated, adjusted: { status: 'not-converged' } })).toContain('did not settle')
})

it('says what checks add', () => {
  expect(checksSentence(0, 0)).toContain('No alert of this model')
  expect(checksSentence(12, 9)).toBe('9 of 12 checked alerts of this model at or above the threshold were real. The estimate counts for 10 checks beside them.')
})

it('labels of the very rows say how far the estimate is off', () => {
  expect(againstLabelsSentence(estimated, 0.8)).toBe('By the labels of this file 80.0% of the alerts are real, which is within what was estimated.')
  expect(againstLabelsSentence(estimated, 0.7)).toBe(
    'By the labels of this file 70.0% of the alerts are real, 12 points fewer than estimated: the model is too sure of itself here, and an estimate for stores like these may be off by as much. Go by the labels.',
  )
  expect(againstLabelsSentence(estimated, 0.95)).toContain('13 points more than estimated: the model is too cautious here')
  expect(againstLabelsSentence({ ...estimated, adjusted: { status: 'not-separated' } }, 0.9)).toContain('about what was estimated')
  expect(againstLabelsSentence(estimated, NaN)).toBeNull()
})
