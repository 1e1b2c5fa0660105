import { expect, it } from 'vitest'
import type { Measured } from '../../../domain/metrics/measured'
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { bestRuleSentence } from './best-rule-sentence'
import { bestBy, bestRule, comparedRows } from './compared-rows'

const ap = (value: number, half = 0.02): Measured => ({ average_precision: { value, low: value - half, high: value + half } })

const set: MeasuredSet = {
  candidates: 1000,
  positives: 80,
  base_rate: 0.08,
  models: { lstm: ap(0.6), lgbm: ap(0.7) },
  rules: { weak: ap(0.2), strong: { ...ap(0.5), name: 'Improbable zero run' } },
}

it('lists models in their usual order, then the combination, the ceiling, and rules from the best down', () => {
  const keys = comparedRows({ ...set, combined: ap(0.75), ceiling: ap(0.8) }).map(({ key }) => key)
  expect(keys).toEqual(['model lgbm', 'model lstm', 'combined', 'ceiling', 'rule strong', 'rule weak'])
})

it('the best rule is the one with the highest average precision, by its own name', () => {
  expect(bestRule(comparedRows(set))?.name).toBe('Improbable zero run')
})

it('the best by another figure is chosen among those that have it', () => {
  const rows = comparedRows({ ...set, rules: { weak: { ...ap(0.2), f1: { value: 0.3, low: 0.2, high: 0.4 } }, strong: ap(0.5) } })
  const rules = rows.filter(({ kind }) => kind === 'rule')
  expect(bestBy(rules, ({ f1 }) => f1?.value)?.key).toBe('rule weak')
  expect(bestBy(rules, ({ recall }) => recall?.value)).toBeNull()
})

it('a model counts as better only where its interval lies above that of the best rule', () => {
  expect(bestRuleSentence(set)).toContain('All 2 models rank')
  expect(bestRuleSentence(set)).toMatch(/more than chance alone would give/)
  expect(bestRuleSentence({ ...set, models: { lgbm: ap(0.7), lstm: ap(0.53) } })).toContain('1 of 2 models ranks')
  expect(bestRuleSentence({ ...set, models: { lgbm: ap(0.4), lstm: ap(0.3) } })).toContain('0 of 2 models rank')
})

it('says so where no rule was measured', () => {
  expect(bestRuleSentence({ ...set, rules: {} })).toContain('No rule of thumb')
})
