/** Pipelines of other projects: brought, fed with columns of the extract, scored, removed; and refused where they do not fit. */
import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import { countByDay } from '../domain/alerts/today/alert-days'
import { countsAt } from '../domain/metrics/counts-at'
import { ownThresholdOf } from '../domain/segments/segment-thresholds'
import { drawnExtract } from '../testing/drawn-extract'
import { ownThresholds } from '../testing/drawn-segments'
import { realmMakers } from '../testing/realm-workers'
import { sigmoid, toyModels } from '../testing/toy-models'
import type { BroughtFile, Engine, LoadedModel } from './engine'
import { InlineEngine } from './inline-engine'
import { WorkerEngine } from './worker-engine'

const graph = (name: string) => new Uint8Array(readFileSync(new URL(`../testing/graphs/${name}.onnx`, import.meta.url)))
const file = (path: string, content: string | Uint8Array<ArrayBuffer>): BroughtFile => ({ path, blob: new Blob([content]) })
const ignore = () => undefined

async function opened(engine: Engine, text = drawnExtract()): Promise<void> {
  const extract = new Blob([text])
  const proposal = await engine.propose(extract).done
  if (!proposal.ok) throw new Error(proposal.fault.sentence)
  const { dialect, mapping } = proposal.value
  expect((await engine.open(extract, dialect, mapping, ignore).done).ok).toBe(true)
}

const scored = async (engine: Engine) => expect((await engine.score(ignore, ignore).done).ok).toBe(true)

async function inline(): Promise<Engine> {
  const engine = new InlineEngine({ wasm: readRuntimeWasm, source: toyModels() })
  await engine.load()
  return engine
}

async function brought(engine: Engine, files: readonly BroughtFile[]): Promise<LoadedModel> {
  const outcome = await engine.bring(files).done
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome.value[0]!
}
const said = (model: LoadedModel) => (model.usable ? 'taken' : `${model.fault.sentence} ${model.fault.advice}`)

test('one input a column, of three types, gives the score that the graph computes from the extract itself', async () => {
  const engine = await inline()
  await opened(engine)
  const model = await brought(engine, [file('Their Model/pipeline.onnx', graph('pipeline-columns')), file('Their Model/threshold.json', '{"precision_floor_threshold": 0.61}')])
  expect(model).toMatchObject({ id: 'their-model', name: 'Their Model', usable: true, kind: 'pipeline', threshold: { precision_floor_threshold: 0.61 } })
  await scored(engine)
  const view = await engine.view({ model: 'their-model', scope: { kind: 'all' }, store: null, category: null, search: '', order: { column: 'probability', descending: true } })
  const rows = await engine.rows(view.rows)
  expect(rows.length).toBeGreaterThan(100)
  for (const [i, { row, day, onHand, category }] of rows.entries()) {
    const history = await engine.history(row)
    const sold = history.unitsSold[history.day.indexOf(day)]!
    expect(view.probabilities[i]).toBeCloseTo(sigmoid(0.5 * onHand - 0.25 * sold + (category === 'Dairy' ? 1 : 0)), 5)
  }
  // Nothing of theirs is shared out among groups of our features, and nothing breaks for it.
  expect(Object.keys((await engine.explain(rows[0]!.row)).attributions)).not.toContain('their-model')
})

test('a wide input is fed in the order that model.json names; without a threshold .5 stands', async () => {
  const engine = await inline()
  await opened(engine)
  const manifest = JSON.stringify({ id: 'wide', name: 'Wide', columns: ['units_sold', 'days_since_sale', 'preis'] })
  const model = await brought(engine, [file('x/pipeline.onnx', graph('pipeline-wide')), file('x/model.json', manifest)])
  expect(model).toMatchObject({ id: 'wide', name: 'Wide', threshold: { precision_floor_threshold: 0.5 } })
  await scored(engine)
  const [row] = await engine.rows(Uint32Array.of(35))
  const history = await engine.history(35)
  const expected = sigmoid(history.unitsSold[history.day.indexOf(row!.day)]! - row!.daysSinceSale! + 2.99)
  expect(row!.probabilities['wide']).toBeCloseTo(expected, 5)
})

test('a row without a whole number that the pipeline needs has no score, and the others have', async () => {
  const engine = await inline()
  await opened(engine, drawnExtract().replaceAll(/,0,1\.5,/g, ',,1.5,'))
  await brought(engine, [file('pipeline.onnx', graph('pipeline-columns'))])
  await scored(engine)
  const view = await engine.view({ model: 'pipeline', scope: { kind: 'all' }, store: null, category: null, search: '', order: { column: 'probability', descending: true } })
  const missing = view.probabilities.filter((p) => Number.isNaN(p)).length
  expect(missing).toBeGreaterThan(0)
  expect(missing).toBeLessThan(view.probabilities.length)
})

test('thresholds by segment decide the rows of a pipeline everywhere alike, and make no alert of a row without a score', async () => {
  const engine = await inline()
  await opened(engine, drawnExtract({ labels: true }).replaceAll(/,0,1\.5,/g, ',,1.5,'))
  await brought(engine, [file('pipeline.onnx', graph('pipeline-columns'))])
  await scored(engine)
  const model = 'pipeline'
  const threshold = 0.99
  const segments = ownThresholds('category', [[{ kind: 'name', name: 'Dairy' }, 0]])
  const view = await engine.view({ model, scope: { kind: 'all' }, store: null, category: null, search: '', order: { column: 'probability', descending: true }, segments })
  expect(view.probabilities.some((p) => Number.isNaN(p))).toBe(true)
  const rows = await engine.rows(view.rows)
  const alerts = rows.filter((row) => row.probabilities[model]! >= Math.fround(ownThresholdOf(segments, row)?.threshold ?? threshold)).length
  // Every scored row of the segment, and more rows than the common threshold lists.
  expect(alerts).toBeGreaterThan(view.probabilities.filter((p) => p >= Math.fround(threshold)).length)
  expect(view.judged!.filter((p) => p >= Math.fround(threshold)).length).toBe(alerts)
  expect(countByDay(await engine.alertDays(model, segments), threshold).reduce((sum, day) => sum + day.alerts, 0)).toBe(alerts)
  const counts = countsAt((await engine.curve('extract', model, segments))!, threshold)
  expect(counts.tp + counts.fp).toBe(alerts)
  const sure = await engine.study('extract', 'interval', { model, threshold, segments })
  expect(sure!.precision.value).toBe(counts.tp / alerts)
  const written = await engine.predictions({ model, threshold, segments }, ignore).done
  if (!written.ok) throw new Error(written.fault.sentence)
  const [header, ...lines] = (await written.value.text()).trimEnd().split('\n').map((line) => line.split(','))
  expect(lines.filter((line) => line[header!.indexOf('phantom_alert')] === '1').length).toBe(alerts)
})

test.each([
  ['that ends in ZipMap', [file('theirs/pipeline.onnx', graph('pipeline-zipmap'))], "'zipmap': False"],
  ['whose wide input nobody names', [file('theirs/pipeline.onnx', graph('pipeline-wide'))], 'takes 3 numbers a row'],
  ['that is one of ours without its manifest', [file('theirs/pipeline.onnx', graph('rows'))], 'its own model.json is missing'],
  ['that is no graph', [file('theirs/pipeline.onnx', 'hello')], 'is not an ONNX model'],
  ['with a threshold beyond 1', [file('theirs/pipeline.onnx', graph('pipeline-columns')), file('theirs/threshold.json', '{"precision_floor_threshold": 7}')], 'threshold.json'],
])('a pipeline %s is refused with what to do', async (_, files, words) => {
  const engine = await inline()
  const model = await brought(engine, files)
  expect(model.usable).toBe(false)
  expect(said(model)).toContain(words)
})

test('in workers it scores the same, outlives workers that died, is not brought twice, and is removed', async () => {
  const make = realmMakers()
  const engine = new WorkerEngine({ make, scorers: 2, wasm: readRuntimeWasm, source: toyModels() })
  await engine.load()
  const archive = new Blob([new Uint8Array(zipSync({ 'theirs/pipeline.onnx': graph('pipeline-columns') }))])
  expect(await brought(engine, [{ path: 'theirs.zip', blob: archive }])).toMatchObject({ id: 'theirs', usable: true })
  expect(said(await brought(engine, [file('again/pipeline.onnx', graph('pipeline-columns'))]))).toContain('already')
  make.extracts[0]!.crash()
  await opened(engine)
  await scored(engine)
  const alone = await inline()
  await opened(alone)
  await brought(alone, [file('theirs/pipeline.onnx', graph('pipeline-columns'))])
  await scored(alone)
  const rows = Uint32Array.from({ length: 60 }, (_, row) => row * 7)
  const of = async (one: Engine) => (await one.rows(rows)).map(({ probabilities }) => probabilities['theirs'])
  const scores = await of(engine)
  expect(scores).toEqual(await of(alone))
  expect(scores.filter((score) => score !== undefined && score > 0).length).toBeGreaterThan(30)
  await engine.remove('theirs')
  expect(Object.keys((await engine.rows(Uint32Array.of(0)))[0]!.probabilities)).not.toContain('theirs')
  engine.dispose()
})
