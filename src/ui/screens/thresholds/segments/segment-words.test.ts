import { expect, it } from 'vitest'
import type { SureShare } from '../../../../domain/bench/clustered-share'
import type { Segment, Segments } from '../../../../domain/bench/segments'
import { segmentRows } from './segment-rows'
import { segmentName } from '../../../format/segment-name'
import { gainSentence, gainVerdict, segmentsAbout, acceptLabel } from './segment-words'

const sure = (value: number): SureShare => ({ value, low: value - 0.1, high: value + 0.1, atLeast: value - 0.08, items: 40, tooFew: false })
const counts = { tp: 40, fp: 10, fn: 60, tn: 890 }

function segment(change: Partial<Segment> = {}): Segment {
  return { label: { kind: 'name', name: 'Dairy' }, rows: 1000, items: 80, positives: 100, tooFew: false, counts, precision: sure(0.8), recall: sure(0.4), atCommon: { found: 40, alerts: 50 }, own: null, ...change }
}

const own: Segment['own'] = { reached: true, threshold: 0.6, counts, precision: sure(0.9), recall: sure(0.5), heldOut: { found: 50, alerts: 55 } }

function study(segments: readonly Segment[], change: Partial<Segments> = {}): Segments {
  return { by: 'category', respects: ['category', 'weekday'], segments, now: { found: 40, alerts: 50 }, atOwn: { found: 50, alerts: 55 }, ...change }
}

it('names segments as people do', () => {
  expect(segmentName({ kind: 'name', name: '' }, 'store')).toBe('Without a name')
  expect(segmentName({ kind: 'weekday', weekday: 0 }, 'weekday')).toBe('Monday')
  expect(segmentName({ kind: 'band', from: 0, below: 0.1 }, 'velocity')).toBe('Under 0.1 units a day')
  expect(segmentName({ kind: 'band', from: 28, below: 60 }, 'history')).toBe('28 to under 60 days')
  expect(segmentName({ kind: 'band', from: 3, below: null }, 'velocity')).toBe('3 units a day or more')
  expect(segmentName({ kind: 'unknown' }, 'velocity')).toBe('Not known')
})

it('says what thresholds of their own would bring on items that they were not set by', () => {
  expect(gainSentence(study([segment({ own }), segment()]), 0.9)).toBe(
    'One of 2 segments can have a threshold of its own for a precision of .90. On store-items that it was not set by: 50 phantom rows found by 55 alerts (91% right), where one threshold for all finds 40 by 50 (80% right). That is worth having.',
  )
})

it('does not praise thresholds whose precision does not hold, or that find no more', () => {
  expect(gainSentence(study([segment({ own })], { atOwn: { found: 50, alerts: 80 } }), 0.9)).toContain('does not hold beyond the items')
  expect(gainSentence(study([segment({ own })], { atOwn: { found: 40, alerts: 42 } }), 0.9)).toContain('keep it')
})

it('advice and button agree', () => {
  for (const atOwn of [{ found: 50, alerts: 55 }, { found: 50, alerts: 80 }, { found: 40, alerts: 42 }, { found: 0, alerts: 0 }]) {
    const asked = study([segment({ own })], { atOwn })
    const isAdvised = gainSentence(asked, 0.9).endsWith('That is worth having.')
    expect(acceptLabel(gainVerdict(asked, 0.9))).toBe(isAdvised ? 'Use these thresholds' : 'Use these thresholds all the same')
  }
  expect(segmentsAbout({ name: 'x', threshold: 0.7, inUse: null, floor: 0.9, source: null })).toContain('set anew on each half and counted on the other')
})

it('says why no segment can have a threshold of its own', () => {
  expect(gainSentence(study([segment()]), 0.85)).toBe(
    'No segment can have a threshold of its own: that takes 30 phantom rows, 10 store-items with an alert, and a precision of .85 within reach.',
  )
})

const rowOf = (one: Segment) => segmentRows([one], 'category', null)[0]!

it('warns below thirty phantom rows, in words and by leaving out the picture', () => {
  const few = rowOf(segment({ positives: 12, tooFew: true }))
  expect(few.note).toContain('Too few phantom rows')
  expect(few.marks).toEqual([])
  const many = rowOf(segment({ own }))
  expect(many.marks).toHaveLength(2)
  expect(many.cells.map(({ text }) => text)).toEqual(['1,000', '100', '50', '80.0%', '40.0%', '0.60', '91% right'])
  expect(many.cells[6]?.note).toBe('50 found')
  expect(rowOf(segment()).cells.slice(5).map(({ text }) => text)).toEqual(['none', '–'])
})
