/** Pipelines as skl2onnx, onnxmltools and torch write them score as their own libraries do, or are refused with what to do. */
import { expect, test } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import { isoDay } from '../domain/csv/parse-date'
import { exportedExtract, exportedFolder, exportedScores } from '../testing/exported/read-exported'
import { toyModels } from '../testing/toy-models'
import { InlineEngine } from './inline-engine'

/** A graph and the library that trained it may differ by no more than this, in probability. */
const tolerance = 1e-5
const ignore = () => undefined
const scores = exportedScores()
const records = exportedExtract()
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))

async function engineWith(folder: string) {
  const engine = new InlineEngine({ wasm: readRuntimeWasm, source: toyModels(), models: [] })
  await engine.load()
  const outcome = await engine.bring(exportedFolder(folder).map(({ name, bytes }) => ({ path: `${folder}/${name}`, blob: new Blob([bytes]) }))).done
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return { engine, brought: outcome.value[0]! }
}

test.each(Object.keys(scores))('%s scores every row as the library that trained it', async (folder) => {
  const { engine, brought } = await engineWith(folder)
  expect(brought).toMatchObject({ usable: true, kind: 'pipeline' })
  const extract = new Blob([exportedExtract()])
  const proposal = await engine.propose(extract).done
  if (!proposal.ok) throw new Error(proposal.fault.sentence)
  await engine.open(extract, proposal.value.dialect, proposal.value.mapping, ignore).done
  expect((await engine.score(ignore, ignore).done).ok).toBe(true)
  const { rows } = await engine.view({ model: brought.id, scope: { kind: 'all' }, store: null, category: null, search: '', order: { column: 'day', descending: false } })
  // A view holds candidates alone, which most records of a simulated extract are.
  const scored = new Map((await engine.rows(rows)).map((row) => [`${isoDay(row.day)},${row.store},${row.sku}`, row.probabilities[brought.id] ?? NaN]))
  let compared = 0
  records.forEach(([date, store, sku], at) => {
    const ours = scored.get(`${date},${store},${sku}`)
    const theirs = scores[folder]![at] ?? NaN
    if (ours === undefined) return
    compared++
    if (Number.isNaN(theirs)) expect(ours).toBeNaN()
    else expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(tolerance)
  })
  expect(compared).toBeGreaterThan(80)
  engine.dispose()
})

test.each([
  ['zipmap-columns', 'is a list of dictionaries', "options={'zipmap': False}"],
  ['double-imputer', 'has no "Imputer" for numbers of this type', 'export them as float'],
  ['network-log-odds', 'a probability lies between 0 and 1', 'needs a sigmoid'],
  ['network-one-row', 'takes exactly 1 row at a time', 'dynamic_axes'],
])('%s is refused, with what to export instead', async (folder, sentence, advice) => {
  const { engine, brought } = await engineWith(folder)
  if (brought.usable) throw new Error('it was taken')
  expect(brought.fault.code).toBe('pipeline-misfit')
  expect(brought.fault.sentence).toContain(sentence)
  expect(brought.fault.advice).toContain(advice)
  engine.dispose()
})
