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

  it('takes what was measured on real demand, in each stress scenario and of all models together, where the file has it', () => {
    const more = {
      ...file,
      sets: { ...file.sets, real_demand: { ...set, combined: { threshold: 0.6, days_to_find: null, average_precision: estimate } } },
      stress_scenarios: [{ scenario: 'tiny stores', ...set }],
      combined: { name: 'All four', models: ['lgbm', 'rf'], offered: true, best_single: 'rf', gain_over_best_single: estimate },
    }
    const outcome = readResults(more)
    expect(outcome.ok && outcome.value.sets.real_demand?.combined?.threshold).toBe(0.6)
    expect(outcome.ok && outcome.value.stress_scenarios?.[0]?.scenario).toBe('tiny stores')
    expect(outcome.ok && outcome.value.combined?.offered).toBe(true)
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
