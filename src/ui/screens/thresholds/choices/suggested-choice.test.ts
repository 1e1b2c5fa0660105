import { expect, it } from 'vitest'
import type { Choice, Judged } from './choice'
import { suggestedChoice } from './suggested-choice'

const judged: Judged = { precision: 0.91, sure: { low: 0.85, high: 0.95 }, recall: 0.4, sureRecall: null, alerts: 300, items: 60, tooFew: false, atLeast: 0.86 }
const choice = (change: Partial<Choice>): Choice => ({ key: 'precision', threshold: 0.7, reached: true, judged, sentence: '', ...change })
const few: Judged = { ...judged, alerts: 2, items: 1, sure: null, tooFew: true }

it('is the threshold for the wanted precision where that is reached with enough behind it', () => {
  expect(suggestedChoice([choice({ key: 'own' }), choice({}), choice({ key: 'recall' })], 0.9)).toEqual({ key: 'precision', because: 'it finds the most phantom stock of all thresholds with precision 90%' })
})

it('is the surest with enough behind it where the wanted precision rests on too few alerts', () => {
  const nearest = choice({ key: 'surest', threshold: 0.9, reached: false })
  expect(suggestedChoice([choice({ judged: few }), nearest], 0.9)).toMatchObject({ key: 'surest', because: expect.stringContaining('no threshold with enough alerts behind it reaches precision 90%') as string })
  expect(suggestedChoice([choice({ judged: few }), { ...nearest, reached: true }], 0.9)?.because).toContain('more alerts stand behind it')
})

it('is none where nothing can be judged, and never one that misses what was asked while another is surer', () => {
  expect(suggestedChoice([choice({ reached: false })], 0.95)).toBeNull()
  expect(suggestedChoice([choice({ reached: false }), choice({ key: 'surest', reached: false })], 0.95)?.key).toBe('surest')
  expect(suggestedChoice([choice({ judged: few })], 0.9)).toBeNull()
  expect(suggestedChoice([choice({ judged: null, threshold: null })], 0.9)).toBeNull()
  expect(suggestedChoice([], 0.9)).toBeNull()
  expect(suggestedChoice([choice({ reached: false }), choice({ key: 'surest', reached: false, judged: { ...judged, precision: 0.3 } })], 0.9)).toBeNull()
})
