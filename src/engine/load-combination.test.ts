import { expect, test } from 'vitest'
import { combinedScore } from '../domain/scoring/combined-score'
import { fileMissing } from '../domain/scoring/model-faults'
import { toyFormula, toyModels } from '../testing/toy-models'
import { withCombinedScores } from './bundled-worlds'
import { standingFormula, withCombination } from './load-combination'
import { readModelFolder } from './load-models'

const bytes = (formula: unknown) => new TextEncoder().encode(JSON.stringify(formula))
const four = await Promise.all(toyFormula.models.map(async (id) => (await readModelFolder(toyModels(), id)).loaded))

test('an offered formula whose models are all usable stands behind them with its threshold', () => {
  const models = withCombination(four, bytes(toyFormula))
  expect(models.at(-1)).toMatchObject({ id: 'combined', name: 'Toy all four', usable: true, threshold: { precision_floor_threshold: 0.6 } })
  expect(standingFormula(models)).toEqual(toyFormula)
})

test('without a file, or with one that is not offered, there is nothing to see', () => {
  expect(withCombination(four, null)).toEqual(four)
  expect(withCombination(four, bytes({ ...toyFormula, offered: false }))).toEqual(four)
})

test('a model that is missing or refused is named, and the score does not stand', () => {
  const three = four.map((model) => (model.id === 'rf' ? { id: 'rf', usable: false, fault: fileMissing('rf', 'pipeline.onnx') } as const : model))
  for (const models of [three, four.filter(({ id }) => id !== 'rf')]) {
    const all = withCombination(models, bytes(toyFormula))
    const last = all.at(-1)!
    expect(last.usable ? '' : last.fault.sentence).toContain('"rf" cannot be used')
    expect(standingFormula(all)).toBeNull()
  }
})

test('a file that is not understood is refused in words', () => {
  const [last] = withCombination(four, bytes({ ...toyFormula, slope: null })).slice(-1)
  expect(last).toMatchObject({ usable: false, fault: { code: 'model-corrupt' } })
})

test('over the bundled worlds it is computed from the scores of its models', () => {
  const labels = Uint8Array.of(1, 0, 1, 0)
  const scores = new Map(toyFormula.models.map((id, i) => [id, Float32Array.of(0.9, 0.2 + i / 10, 0.6, 0.1)]))
  const worlds = withCombinedScores({ scores, labels }, toyFormula)
  const expected = combinedScore(toyFormula, [...scores.values()])
  expect(worlds!.scores.get('combined')).toEqual(expected)
  const without = { scores: new Map([...scores].slice(1)), labels }
  expect(withCombinedScores(without, toyFormula)!.scores.has('combined')).toBe(false)
})
