import { describe, expect, it } from 'vitest'
import { readResults } from './results'

const estimate = { value: 0.5, low: 0.4, high: 0.6 }
const band = { from: 0.1, below: null, candidates: 50, positives: 5, too_few: true, measured: { lgbm: { name: 'LightGBM', average_precision: estimate } } }
const set = {
  candidates: 100,
  positives: 10,
  base_rate: 0.1,
  models: { lgbm: { threshold: 0.7, precision: estimate, recall: estimate, average_precision: estimate, found_by: 'later' } },
  rules: { random: { average_precision: estimate } },
}
const loss = { average_precision: estimate, recall_at_precision_90: null }
const ablation = {
  learner: 'LightGBM',
  rounds: 120,
  fits: 2,
  training_rows: 1000,
  training_worlds: 30,
  all: { stress: { average_precision: estimate } },
  without: [{ family: 'peers', features: 10, sets: { stress: { average_precision: estimate, loss } } }],
}
const leak = {
  learner: 'LightGBM',
  rounds: 150,
  training_rows: 1000,
  rule: 'nothing sold today',
  rule_rows_truly_phantom: null,
  steps: [{ id: 'as_published', name: 'All leaks', precision: 0.9, recall: 1, f1: 0.94, auc: 1, average_precision: null, base_rate: 0.1 }],
}
const file = { format_version: 1, generated: { seed: 1 }, sets: { test: set, stress: set } }

describe('reading the measured results', () => {
  it('takes a file with fields that it does not know', () => {
    const outcome = readResults({ ...file, more: 1 })
    expect(outcome.ok && outcome.value.sets.test.models['lgbm']?.threshold).toBe(0.7)
  })

  it('takes an older file, which has none of the further sections', () => {
    const outcome = readResults(file)
    expect(outcome.ok).toBe(true)
    const { stress_scenarios, combined, ablation: worth, leak: story, sets } = outcome.ok ? outcome.value : { sets: { test: { bands: 0 } } }
    expect([stress_scenarios, combined, worth, story, sets.test.bands]).toEqual([undefined, undefined, undefined, undefined, undefined])
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

  it('takes bands, the worth of features and the leak, with figures that do not exist as null', () => {
    const outcome = readResults({ ...file, sets: { test: { ...set, bands: { velocity: [band], history: [] } } }, ablation, leak })
    expect(outcome.ok && outcome.value.sets.test.bands?.velocity[0]?.measured['lgbm']?.average_precision?.value).toBe(0.5)
    expect(outcome.ok && outcome.value.ablation?.without[0]?.sets['stress']?.loss.recall_at_precision_90).toBeNull()
    expect(outcome.ok && outcome.value.leak?.steps[0]?.average_precision).toBeNull()
  })

  it.each([
    ['sets > test > base_rate', { ...file, sets: { test: { ...set, base_rate: 'high' } } }],
    ['sets > test > bands > velocity > 0 > too_few', { ...file, sets: { test: { ...set, bands: { velocity: [{ ...band, too_few: 'yes' }], history: [] } } } }],
    ['sets > test > models > lgbm > precision > low', { ...file, sets: { test: { ...set, models: { lgbm: { average_precision: estimate, precision: { value: 1, high: 1 } } } } } }],
    ['ablation > without > 0 > sets > stress > loss', { ...file, ablation: { ...ablation, without: [{ family: 'peers', features: 10, sets: { stress: {} } }] } }],
    ['leak > steps > 0 > precision', { ...file, leak: { ...leak, steps: [{ ...leak.steps[0], precision: 90 }] } }],
    ['leak > steps', { ...file, leak: { ...leak, steps: [] } }],
    ['stress_scenarios > 0 > scenario', { ...file, stress_scenarios: [set] }],
    ['format_version', { ...file, format_version: 99 }],
  ])('names the place of what is wrong: %s', (place, broken) => {
    const outcome = readResults(broken)
    expect(outcome.ok ? 'taken' : outcome.fault.sentence).toContain(`${place} is not as expected`)
  })

  it.each([['<!doctype html>'], [{}], [[]], [7]])('refuses %j in words', (parsed) => {
    const outcome = readResults(parsed)
    expect(outcome.ok ? 'taken' : outcome.fault.code).toBe('results-unreadable')
  })

  it.each([[null], [undefined]])('says of %j that there is no file', (parsed) => {
    const outcome = readResults(parsed)
    expect(outcome.ok ? 'taken' : outcome.fault.code).toBe('results-missing')
  })
})
