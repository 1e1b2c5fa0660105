import { expect, it } from 'vitest'
import { ownThresholds } from '../../../testing/drawn-segments'
import { heldOutSentence, inUseSentence, measuredCaution } from './in-use-words'

const one = ownThresholds('velocity', [[{ kind: 'band', from: 0, below: 0.1 }, 0.82]])
const many = ownThresholds('store', ['1', '2', '3', '4'].map((name) => [{ kind: 'name', name }, 0.5]))

it('names few segments with their thresholds, counts many, and says what the others follow', () => {
  expect(inUseSentence(one, 0.7)).toBe('1 segment (by how fast an item sells) has a threshold of its own: Under 0.1 units a day at 0.82. All other rows are listed from 0.70, the common threshold.')
  expect(inUseSentence({ ...many, own: many.own.slice(0, 2) }, 0.7)).toContain('own: Store 1 at 0.50; Store 2 at 0.50.')
  expect(inUseSentence(many, 0.7)).toBe('4 segments (by store) have thresholds of their own. All other rows are listed from 0.70, the common threshold.')
})

it('judges them by the items that they were not set by, and says when that is less than was asked for', () => {
  expect(heldOutSentence(many)).toBe('They were set on 1,000 labelled rows of an extract, each for a precision of 90%. On store-items that they were not set by, 72 of 80 alerts were right (90%).')
  const worse = { ...one, own: one.own.map((own) => ({ ...own, heldOut: { found: 8, alerts: 10 } })) }
  expect(heldOutSentence(worse)).toContain('8 of 10 alerts were right (80%): less than was asked for.')
  const silent = { ...one, own: one.own.map((own) => ({ ...own, heldOut: { found: 0, alerts: 0 } })) }
  expect(heldOutSentence(silent)).toContain('they raised no alert')
})

it('warns of figures on the rows that set them, and of rows that have no such segments', () => {
  expect(measuredCaution(one, 'extract')).toContain('may flatter')
  expect(measuredCaution(one, 'test-worlds')).toBeNull()
  expect(measuredCaution(many, 'test-worlds')).toContain('none of your stores')
})
