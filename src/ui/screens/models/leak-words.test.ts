import { expect, it } from 'vitest'
import type { LeakSteps } from '../../../domain/metrics/leak-steps'
import { promiseSentence, stepWords } from './leak-words'

const leak: LeakSteps = {
  learner: 'LightGBM',
  rounds: 10,
  training_rows: 100,
  rule: 'nothing sold',
  steps: [
    { id: 'as_published', name: 'All leaks', precision: 0.9 },
    { id: 'as_published_on_shelf', name: 'On the shelf', precision: 0.125 },
  ],
}

it('sets what is promised against what the shelf says', () => {
  expect(promiseSentence(leak)).toBe('Measured with every leak open, 90.0% of the alerts are right. Held against the shelf, 12.5% are. The model has learned its own rule, not the shelf.')
})

it('does not accuse a figure that the shelf bears out', () => {
  const kept = promiseSentence({ ...leak, steps: [leak.steps[0]!, { ...leak.steps[1]!, precision: 0.95 }] })
  expect(kept).toContain('bears it out')
})

it('tells no story where a figure does not exist', () => {
  expect(promiseSentence({ ...leak, steps: [leak.steps[0]!] })).toBeNull()
  expect(promiseSentence({ ...leak, steps: [leak.steps[0]!, { ...leak.steps[1]!, precision: null }] })).toBeNull()
})

it('a step that is not known goes by the words of the file', () => {
  expect(stepWords({ id: 'further', name: 'A further step' })).toEqual({ name: 'A further step', about: '' })
})
