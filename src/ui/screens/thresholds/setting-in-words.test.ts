import { expect, it } from 'vitest'
import type { AlertsLoad } from './load-in-words'
import { loadInWords } from './load-in-words'
import { settingInWords, sliderInWords } from './setting-in-words'

const load: AlertsLoad = { alerts: 34, stores: 3, days: 1, scope: 'latest', narrowed: false }

it('says precision as checks, the work of the day, and what stays unseen', () => {
  expect(settingInWords({ tp: 90, fp: 10, fn: 60, tn: 900 }, load)).toBe(
    'Expect about 9 of 10 checks (90.0%) to find a real problem; 34 checks on the latest day over 3 stores (11.3 a store); about 40% of phantom days stay unseen.',
  )
})

it('says so where the counts are of other stores than the work', () => {
  expect(settingInWords({ tp: 90, fp: 10, fn: 60, tn: 900 }, load, 'test-worlds')).toMatch(/^By the test worlds, expect about 9 of 10 checks/)
  expect(settingInWords({ tp: 90, fp: 10, fn: 60, tn: 900 }, load, 'extract')).toMatch(/^Expect/)
})

it('tells settings apart that round to the same words', () => {
  expect(settingInWords({ tp: 852, fp: 148, fn: 0, tn: 0 })).toContain('nearly 9 of 10 checks (85.2%)')
  expect(settingInWords({ tp: 940, fp: 60, fn: 0, tn: 0 })).toContain('more than 9 of 10 checks (94.0%)')
  expect(settingInWords({ tp: 961, fp: 39, fn: 0, tn: 0 })).toContain('nearly every check (96.1%)')
})

it('never rounds up to every one, nor down to none', () => {
  const nearly = settingInWords({ tp: 999, fp: 1, fn: 1, tn: 0 }, null)
  expect(nearly).toContain('nearly every check')
  expect(nearly).toContain('about 1% of phantom days stay unseen')
  const hardly = settingInWords({ tp: 1, fp: 99, fn: 999, tn: 0 }, null)
  expect(hardly).toContain('hardly any check')
  expect(hardly).toContain('about 99% of phantom days stay unseen')
  const every = settingInWords({ tp: 5, fp: 0, fn: 0, tn: 0 }, null)
  expect(every).toContain('every check')
  expect(every).toContain('no phantom day stays unseen')
})

it('says that nothing is flagged, and that nothing can be measured; the work stands in both', () => {
  expect(settingInWords({ tp: 0, fp: 0, fn: 5, tn: 5 }, load)).toMatch(/nothing is flagged.*; 34 checks/)
  expect(settingInWords({ tp: 0, fp: 3, fn: 0, tn: 5 }, load)).toMatch(/no phantom row to measure by.*; 34 checks/)
})

it.each([
  [{}, '34 checks on the latest day over 3 stores (11.3 a store)'],
  [{ alerts: 1, stores: 1 }, '1 check on the latest day'],
  [{ stores: 1, scope: 'day' }, '34 checks on the chosen day'],
  [{ days: 10, scope: 'all' }, '34 checks over 10 days in 3 stores (1.1 a store and day)'],
  [{ days: 10, stores: 1, scope: 'all', narrowed: true }, '34 checks over 10 days (3.4 a day) within the filters of the Alerts screen'],
] as const)('the work of %j reads "%s"', (change, words) => {
  expect(loadInWords({ ...load, ...change })).toBe(words)
})

it('gives the slider its value in words', () => {
  expect(sliderInWords('0.73', { tp: 9, fp: 1, fn: 6, tn: 84 })).toBe('0.73: precision 90%, recall 60%')
  expect(sliderInWords('0.73', null)).toBe('0.73')
  expect(sliderInWords('0.99', { tp: 0, fp: 0, fn: 6, tn: 84 })).toBe('0.99: precision not defined, recall 0%')
})
