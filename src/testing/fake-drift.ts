/** How far the drawn extract stands from a training that never was, and what to expect of it. */
import { expectedAtThreshold, type ExpectedAtThreshold } from '../domain/drift/expected-at-threshold'
import type { ExtractDrift } from '../domain/drift/extract-drift'
import type { FeatureDrift } from '../domain/drift/feature-drift'
import { solveEstimated } from '../domain/drift/solve-estimated'
import { randomNumbers } from '../domain/metrics/random-numbers'
import type { ExpectedQuestion } from '../engine/unlabelled'
import { drawnMeasured } from './drawn-measured'

const steady: FeatureDrift = { feature: 'sold_today', band: 'steady', psi: 0.02, psiOfWorlds: 0.3, missing: { learned: 0, here: 0 }, median: { learned: 0, here: 1 }, beyond: 0 }

export const fakeDrift: ExtractDrift = {
  features: [
    { ...steady, feature: 'DailyBOH', band: 'far', psi: 1.4, median: { learned: 9, here: 90 }, beyond: 0.03 },
    { ...steady, feature: 'days_since_count', band: 'absent', psi: 4, missing: { learned: 0.8, here: 1 }, median: { learned: 37, here: NaN }, beyond: NaN },
    steady,
  ],
  rows: 1200,
  rowsThatCount: 1200,
  history: { series: 40, tooShort: 2, medianDays: 60 },
}

/** The real arithmetic over drawn rows. */
export function fakeExpected({ model, threshold, calibrationShare, goal }: ExpectedQuestion): ExpectedAtThreshold {
  const { scores, item, items } = drawnMeasured()
  const given = { scores: scores.get(model) ?? new Float32Array(item.length).fill(NaN), item, items }
  const solved = goal ? solveEstimated(given, calibrationShare, goal.kind === 'payoff' ? { kind: 'payoff', ...goal.payoff, worth: new Float32Array(item.length).fill(15) } : goal) : null
  return { ...expectedAtThreshold(given, calibrationShare, solved?.threshold ?? threshold, randomNumbers(1)), ...(goal ? { solved } : {}) }
}
