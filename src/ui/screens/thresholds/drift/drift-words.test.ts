import { expect, it } from 'vitest'
import type { DriftBand, FeatureDrift } from '../../../../domain/drift/feature-drift'
import { featureNames } from '../../../../domain/features/catalog'
import { beyondWords, driftVerdict, historyWords, signalName, standsOut } from './drift-words'

function drift(band: DriftBand, change: Partial<FeatureDrift> = {}): FeatureDrift {
  return { feature: 'days_since_sale', band, psi: 0.3, psiOfWorlds: 0.2, missing: { learned: 0.5, here: 0 }, median: { learned: 1, here: 2 }, beyond: 0, ...change }
}

const many = (far: number, of: number) => [...Array.from({ length: far }, () => drift('far')), ...Array.from({ length: of - far }, () => drift('steady'))]

it('says how many signals stand out, names the farthest, and what to do', () => {
  expect(driftVerdict(many(0, 118)).sentence).toBe('This extract is like those that the models learned from: none of its 118 signals stands out.')
  const few = driftVerdict([drift('far', { feature: 'DailyBOH' }), ...many(1, 99)])
  expect(few.kind).toBe('alike')
  expect(few.sentence).toBe(`In most of its signals this extract is like those that the models learned from, and not in all: 2 of 100 signals stand out (2 far), most of all “${signalName('DailyBOH')}” and “${signalName('days_since_sale')}”.`)
  expect(driftVerdict(many(20, 100))).toMatchObject({ kind: 'partly' })
  expect(driftVerdict(many(20, 100)).advice).toContain('Check ten alerts')
  expect(driftVerdict(many(60, 100))).toMatchObject({ kind: 'unlike' })
})

it('the summary counts as far what the table calls far, and is “much like” only where nothing is', () => {
  const bands: readonly DriftBand[] = ['far', 'moved', 'absent', 'usual', 'steady']
  for (const of of [100, 12, 5]) {
    for (const far of [0, 1, 3]) {
      const features = [...Array.from({ length: far }, () => drift('far')), ...bands.slice(1).map((band) => drift(band, { missing: { learned: 0.01, here: 1 } })), ...Array.from({ length: Math.max(0, of - far - 4) }, () => drift('steady'))]
      const { sentence } = driftVerdict(features)
      expect(sentence).toContain(far > 0 ? `(${far} far, 1 moved, 1 without a value)` : '(1 moved, 1 without a value)')
      if (far > 0) expect(sentence).not.toContain('much like')
    }
  }
})

it('a signal without values stands out only where the models count on it', () => {
  expect(standsOut(drift('absent', { missing: { learned: 0.44, here: 1 } }))).toBe(false)
  expect(standsOut(drift('absent', { missing: { learned: 0.01, here: 1 } }))).toBe(true)
  expect(standsOut(drift('usual'))).toBe(false)
  expect(standsOut(drift('moved'))).toBe(true)
})

it('short histories are told with what to do once they are many', () => {
  expect(historyWords({ series: 50, tooShort: 0, medianDays: 90 })).toBeNull()
  expect(historyWords({ series: 50, tooShort: 1, medianDays: 90 })).toBe(
    '1 of 50 item histories (2%) is shorter than 28 days, so nothing of them can be alerted; half of all are of 90 days or less.',
  )
  expect(historyWords({ series: 50, tooShort: 25, medianDays: 27 })).toContain('Export more days')
})

it('values beyond everything learned are told where they are one in a hundred', () => {
  expect(beyondWords([drift('far', { beyond: 0.009 })])).toBeNull()
  expect(beyondWords([drift('far', { beyond: 0.02 }), drift('far', { feature: 'DailyBOH', beyond: 0.4 })])).toBe(
    '2 signals have values beyond anything in training in one row of a hundred or more; “Recorded on-hand” has most, in 40% of its rows.',
  )
})

it('every feature has a name in words', () => {
  for (const feature of featureNames) expect(signalName(feature)).not.toBe(feature)
})
