import { expect, it } from 'vitest'
import { segments } from '../../../../domain/bench/segments'
import { segmentRespects } from '../../../../domain/segments/segment'
import { drawnMeasured } from '../../../../testing/drawn-measured'
import { ownThresholds } from '../../../../testing/drawn-segments'
import { labelKey } from '../../../../domain/segments/segment'
import { heldOutWords, inUseWords, keepWords, offeredThresholds, offerWords, whyNotLive, withoutSegment, withSegment } from './accept-words'

const rows = drawnMeasured({ stores: 6, itemsPerStore: 60, days: 40 })
const study = (by: (typeof segmentRespects)[number]) => segments(rows, { model: 'lgbm', by, threshold: 0.7, floor: 0.2 })!

it('offers what bears a threshold of its own and has a name, and nothing else', () => {
  const asked = study('category')
  const offered = offeredThresholds(asked, 'extract', 0.2)!
  const bearing = asked.segments.filter(({ own }) => own !== null)
  // One of the drawn categories is rows without a name.
  expect(bearing.some(({ label }) => label.kind === 'name' && label.name === '')).toBe(true)
  expect(offered.own.map(({ threshold }) => threshold)).toEqual(bearing.filter(({ label }) => label.kind !== 'name' || label.name !== '').map(({ own }) => own!.threshold))
  expect(offered).toMatchObject({ by: 'category', floor: 0.2, measuredOn: { source: 'extract', rows: asked.segments.reduce((sum, one) => sum + one.rows, 0) } })
})

it('never offers a segment with fewer than thirty phantom rows', () => {
  for (const by of segmentRespects.filter((one) => one !== 'department')) for (const { positives } of offeredThresholds(study(by), 'extract', 0.2)?.own ?? []) expect(positives).toBeGreaterThanOrEqual(30)
})

it('offers nothing by the calendar or by the length of a file, and no names of made-up stores', () => {
  for (const by of ['weekday', 'history'] as const) {
    expect(offeredThresholds(study(by), 'extract', 0.2)).toBeNull()
    expect(whyNotLive(by, 'extract')).not.toBeNull()
  }
  expect(offeredThresholds(study('category'), 'test-worlds', 0.2)).toBeNull()
  expect(offeredThresholds(study('velocity'), 'test-worlds', 0.2)).not.toBeNull()
  expect(whyNotLive('store', 'findings')).toBeNull()
})

const byStore = ownThresholds('store', [[{ kind: 'name', name: '1' }, 0.5], [{ kind: 'name', name: '2' }, 0.6]])
const [first, second] = byStore.own

it('takes segments in and out one by one; another respect takes the place of what stands', () => {
  expect(withoutSegment(byStore, first!.label)?.own).toEqual([second])
  expect(withoutSegment({ ...byStore, own: [first!] }, first!.label)).toBeNull()
  expect(withSegment({ ...byStore, own: [second!] }, byStore, first!).own).toEqual([second, first])
  expect(withSegment(ownThresholds('category', [[{ kind: 'name', name: 'Dairy' }, 0.1]]), byStore, first!)).toEqual({ ...byStore, own: [first] })
})

it('sets an offer beside what the common threshold does, and beside what stands in use', () => {
  expect(offerWords(first!, { found: 9, alerts: 12 })).toBe('0.50 finds 18 with 20 alerts, 90% right on items that it was not set by; the common one finds 9 with 12 alerts, 75% right')
  expect(inUseWords(first!, first!)).toBe('')
  expect(inUseWords({ ...first!, threshold: 0.4 }, first!)).toContain('in use: 0.40')
  expect(inUseWords(first!, null)).toContain('in use: 0.50')
})

it('says how the figures are counted, and why a lower threshold can have fewer alerts', () => {
  const found = (alerts: number) => new Map(byStore.own.map(({ label }) => [labelKey(label), { found: 1, alerts }]))
  expect(heldOutWords(byStore, found(10), 0.4)).toContain('a higher one more.')
  expect(heldOutWords(byStore, found(30), 0.7)).toContain('a lower threshold can show fewer alerts here than the common one')
  expect(heldOutWords(byStore, found(10), 0.7)).toMatch(/^For that the items of a segment are halved.*the one on offer is set on all items\.$/)
  expect(heldOutWords(null, found(10), 0.7)).toBe('')
})

it('counts who keeps the common threshold, and why', () => {
  const asked = study('velocity')
  const some = { ...asked, segments: [{ ...asked.segments[0]!, tooFew: true }, ...asked.segments.slice(1)] }
  expect(keepWords(some, null)).toContain('1 segment has too few phantom rows')
  expect(keepWords({ ...asked, segments: [] }, null)).toBe('')
})
