import { describe, expect, it } from 'vitest'
import { readResults } from './results'

const estimate = { value: 0.5, low: 0.4, high: 0.6 }
const set = {
  candidates: 100,
  positives: 10,
  base_rate: 0.1,
  models: { lgbm: { threshold: 0.7, precision: estimate, recall: estimate, average_precision: estimate, found_by: 'later' } },
  rules: { random: { average_precision: estimate } },
}
const file = { format_version: 1, generated: { seed: 1 }, sets: { test: set, stress: set } }

describe('reading the measured results', () => {
  it('takes a file with fields that it does not know', () => {
    const outcome = readResults({ ...file, more: 1 })
    expect(outcome.ok && outcome.value.sets.test.models['lgbm']?.threshold).toBe(0.7)
  })

  it('names the place of what is wrong', () => {
    const broken = { ...file, sets: { test: { ...set, base_rate: 'high' } } }
    const outcome = readResults(broken)
    expect(outcome.ok ? '' : outcome.fault.sentence).toContain('sets > test > base_rate')
  })

  it.each([[null], ['<!doctype html>'], [{ ...file, format_version: 99 }], [{}]])('refuses %j in words', (parsed) => {
    expect(readResults(parsed).ok).toBe(false)
  })
})
