import { expect, it } from 'vitest'
import { settingInWords, sliderInWords } from './setting-in-words'

it('says precision as checks and recall as items', () => {
  expect(settingInWords({ tp: 90, fp: 10, fn: 60, tn: 900 })).toBe(
    'Expect about 9 of 10 checks to find a real problem, and about 6 of 10 phantom items to be found.',
  )
})

it('never rounds up to every one, nor down to none', () => {
  expect(settingInWords({ tp: 999, fp: 1, fn: 1, tn: 0 })).toContain('nearly every check')
  expect(settingInWords({ tp: 1, fp: 99, fn: 99, tn: 0 })).toContain('hardly any check')
  expect(settingInWords({ tp: 5, fp: 0, fn: 0, tn: 0 })).toContain('every check')
})

it('says that nothing is flagged, and that nothing can be measured', () => {
  expect(settingInWords({ tp: 0, fp: 0, fn: 5, tn: 5 })).toContain('nothing is flagged')
  expect(settingInWords({ tp: 0, fp: 3, fn: 0, tn: 5 })).toContain('no phantom row to measure by')
})

it('gives the slider its value in words', () => {
  expect(sliderInWords('0.73', { tp: 9, fp: 1, fn: 6, tn: 84 })).toBe('0.73: precision 90%, recall 60%')
  expect(sliderInWords('0.73', null)).toBe('0.73')
  expect(sliderInWords('0.99', { tp: 0, fp: 0, fn: 6, tn: 84 })).toBe('0.99: precision not defined, recall 0%')
})
