import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hitRate } from '../../../domain/findings/hit-rate'
import { drawnFinding } from '../../../testing/drawn-findings'
import { hitRateInWords, hitRateRemarks } from './hit-rate-words'

const none = hitRate([])

it('says hits, checks and promise in one sentence', () => {
  expect(hitRateInWords({ ...none, checked: 12, real: 9, promised: 10.05 })).toBe('9 of 12 checked were real so far; promised 10.')
  expect(hitRateInWords({ ...none, checked: 1, real: 0, promised: 0.93 })).toBe('0 of 1 checked was real so far; promised 1.')
})

it('says nothing before the first check', () => {
  expect(hitRateInWords(none)).toBeNull()
  expect(hitRateRemarks(none)).toEqual([])
})

it('names the bounds of the interval, and every group that was left out', () => {
  fc.assert(
    fc.property(fc.array(drawnFinding, { minLength: 1, maxLength: 40 }), (findings) => {
      const rate = hitRate(findings)
      const text = hitRateRemarks(rate).join(' ')
      if (rate.checked > 0) expect(text).toContain(`${Math.round(rate.interval.low * 100)} % and ${Math.round(rate.interval.high * 100)} %`)
      expect(text.includes('neither way')).toBe(rate.undecided > 0)
      expect(text.includes('no alert')).toBe(rate.control.checked > 0)
      expect(text).not.toMatch(/NaN|undefined/)
    }),
  )
})
