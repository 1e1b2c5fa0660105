import { expect, it } from 'vitest'
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import { estimatedInWords, lowerFigureInWords } from './estimated-words'

const found: ExpectedAtThreshold = {
  threshold: 0.72,
  calibrationShare: 0.05,
  rows: 9000,
  items: 200,
  alerts: 340,
  asCalibrated: { share: 0.045, precision: 0.93, recall: 0.28 },
  adjusted: {
    status: 'estimated',
    expected: { share: 0.03, precision: 0.901, recall: 0.3 },
    intervals: { share: { low: 0.02, high: 0.04 }, precision: { low: 0.84, high: 0.94 }, recall: { low: 0.2, high: 0.4 } },
    information: 0.4,
  },
  solved: { reached: true, threshold: 0.72, profit: null },
}

it('names the answer an estimate, with its intervals', () => {
  const words = estimatedInWords({ goal: 'precision', by: 'estimate', wanted: 0.9 }, found)
  expect(words).toBe(
    'Solved on the estimate: 0.72 should find the most phantom rows of all thresholds with a precision of at least 90%: 340 rows, precision about 90.1% (84.0% to 94.0%), recall about 30.0% (20.0% to 40.0%). It is an estimate from the probabilities, not a measurement: check some of its alerts on the shelf.',
  )
  expect(estimatedInWords({ goal: 'recall', wanted: 0.3 }, { ...found, adjusted: { status: 'too-few' } })).toContain('precision about 93.0%, recall')
})

it('says what cannot be had, and the nearest that can', () => {
  const missed = { ...found, solved: { reached: false, threshold: 0.9, profit: -12 } }
  expect(estimatedInWords({ goal: 'precision', by: 'estimate', wanted: 0.99 }, missed)).toMatch(/^Not reachable by the estimate: no threshold should have a precision of at least 99% here\. The nearest is 0\.90: 340 rows/)
  expect(estimatedInWords({ goal: 'payoff' }, missed)).toContain('loses least is 0.90, 12.00 worse')
})

it('speaks of money only where the worth of a find is known', () => {
  expect(estimatedInWords({ goal: 'payoff' }, { ...found, solved: { reached: true, threshold: 0.7, profit: 250 } })).toContain('250.00 better than checking nothing in this extract')
  expect(estimatedInWords({ goal: 'payoff' }, { ...found, solved: null })).toContain('Nothing can be said in money')
  expect(estimatedInWords({ goal: 'recall', wanted: 0.5 }, { ...found, solved: null })).toContain('nothing to solve for')
})

it('says whether the estimate holds at its lower figure too', () => {
  expect(lowerFigureInWords(0.72, 0.84, true, found)).toMatch(/^Solved on the estimate: at 0\.72 the precision should be at least 84% by its lower figure too: 340 rows, precision about 90\.1% \(84\.0% to 94\.0%\)/)
  expect(lowerFigureInWords(0.72, 0.95, false, found)).toMatch(/^Not reachable by the estimate: .* at least 95% by its lower figure\. The surest that was tried is 0\.72: 340 rows/)
})
