import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnFinding } from '../../testing/drawn-findings'
import type { Finding, FindingOutcome } from './finding'
import { fewestChecksToJudge, hitRate } from './hit-rate'

const checks = fc.array(drawnFinding, { maxLength: 60 })

function check(outcome: FindingOutcome, probability: number, alerted = true): Finding {
  return {
    set: 'own', store: '1', sku: '7', day: 20_000, outcome, itemName: null, onHand: 3, counted: null, note: '', enteredAt: 1,
    promise: { model: 'lgbm', probability, alerted },
  }
}
const times = (count: number, finding: Finding) => Array.from({ length: count }, () => finding)

it('sets the hits beside the promise', () => {
  const found = hitRate([...times(9, check('not-found', 0.85)), ...times(2, check('on-shelf', 0.8)), check('backroom', 0.8)])
  expect(found).toMatchObject({ checked: 12, real: 9, inBackroom: 1, undecided: 0, verdict: 'as-promised' })
  expect(found.promised).toBeCloseTo(10.05, 10)
})

it('says when fewer or more were real than promised, and when there are too few checks to say', () => {
  expect(hitRate(times(12, check('on-shelf', 0.9))).verdict).toBe('fewer')
  expect(hitRate(times(40, check('not-found', 0.5))).verdict).toBe('more')
  expect(hitRate(times(fewestChecksToJudge - 1, check('on-shelf', 0.9))).verdict).toBe('too-few')
})

it('keeps what was no alert apart', () => {
  const found = hitRate([check('not-found', 0.1, false), check('on-shelf', 0.1, false), check('misplaced', 0.9), { ...check('damaged', 0.9), promise: null }])
  expect(found).toMatchObject({ checked: 1, real: 1, control: { checked: 2, real: 1 } })
})

it('counts each finding at most once, within bounds, in whatever order', () => {
  fc.assert(
    fc.property(checks, (findings) => {
      const found = hitRate(findings)
      const withPromise = findings.filter(({ promise }) => promise !== null).length
      expect(found.real + found.inBackroom).toBeLessThanOrEqual(found.checked)
      expect(found.checked + found.undecided + found.control.checked).toBeLessThanOrEqual(withPromise)
      expect(found.promised).toBeGreaterThanOrEqual(0)
      expect(found.promised).toBeLessThanOrEqual(found.checked)
      const turned = hitRate(findings.toReversed())
      expect({ ...turned, promised: 0 }).toEqual({ ...found, promised: 0 })
      expect(turned.promised).toBeCloseTo(found.promised, 9)
    }),
  )
})

it('adds up: two halves of the checks have the counts of the whole', () => {
  fc.assert(
    fc.property(checks, checks, (a, b) => {
      const [first, second, both] = [hitRate(a), hitRate(b), hitRate([...a, ...b])]
      expect(both.checked).toBe(first.checked + second.checked)
      expect(both.real).toBe(first.real + second.real)
      expect(both.promised).toBeCloseTo(first.promised + second.promised, 9)
    }),
  )
})
