import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields } from '../csv/fields'
import { featureNames } from '../features/catalog'
import type { GraphSignature, GraphValue } from './onnx-signature'
import { graphSignature } from './onnx-signature'
import type { PipelineManifest } from './pipeline-manifest'
import { readPipeline } from './read-pipeline'
import { settlePipeline, sourceNamed } from './settle-pipeline'

const graph = (name: string) => new Uint8Array(readFileSync(new URL(`../../testing/graphs/${name}.onnx`, import.meta.url)))
const tensor = (name: string, type: GraphValue['type'], shape: GraphValue['shape'] = [null, 1]): GraphValue => ({ name, kind: 'tensor', type, shape })
const probabilities = tensor('probabilities', 'float32', [null, 2])
const label = tensor('label', 'int64', [null])

function settled(change: Partial<GraphSignature>, manifest: PipelineManifest = {}) {
  return settlePipeline('theirs', { inputs: [tensor('on_hand', 'float32')], outputs: [label, probabilities], weightsIn: null, ...change }, manifest)
}
const refusal = (outcome: ReturnType<typeof settled>) => (outcome.ok ? 'taken' : `${outcome.fault.sentence} ${outcome.fault.advice}`)

describe('what a graph takes and gives', () => {
  it('is read off its file', () => {
    expect(graphSignature(graph('pipeline-columns'))).toEqual({
      inputs: [tensor('DailyBOH', 'float32'), tensor('salesQuantity', 'int64'), tensor('category', 'string')],
      outputs: [label, probabilities],
      weightsIn: null,
    })
    expect(graphSignature(graph('pipeline-zipmap'))?.outputs[1]).toEqual({ name: 'output_probability', kind: 'other', type: null, shape: null })
    expect(graphSignature(graph('series'))?.inputs).toEqual([tensor('features', 'float32', [null, null, 1])])
  })

  it('is nothing where the bytes are no model, cut short anywhere included', () => {
    const whole = graph('pipeline-columns')
    for (let length = 0; length < whole.length; length += 3) expect(() => graphSignature(whole.subarray(0, length))).not.toThrow()
    expect(graphSignature(new TextEncoder().encode('<!doctype html>'))).toBeNull()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => (graphSignature(bytes)?.outputs.length ?? 1) > 0))
    expect(graphSignature(new Uint8Array())).toBeNull()
  })
})

describe('what feeds an input', () => {
  it.each([
    ['DailyBOH', { kind: 'feature', feature: 'DailyBOH' }],
    ['sales_gap', { kind: 'feature', feature: 'sales_gap' }],
    ['on_hand', { kind: 'field', field: 'on_hand' }],
    ['salesQuantity', { kind: 'field', field: 'units_sold' }],
    ['DmdForecastQuantity', { kind: 'field', field: 'forecast_units' }],
    ['itemsku', { kind: 'field', field: 'sku_id' }],
    ['phantom_flag', { kind: 'field', field: 'phantom' }],
    ['avg_sales_last7', null],
    ['x0', null],
  ])('%s', (name, source) => {
    expect(sourceNamed(name)).toEqual(source)
  })

  it('has one name: a feature that is called like a field is never meant', () => {
    const both = fields.filter(({ name }) => featureNames.includes(name))
    expect(both.map(({ name }) => sourceNamed(name))).toEqual(both.map(({ name }) => ({ kind: 'field', field: name })))
    expect(both.length).toBeGreaterThan(0)
  })

  it('can be said in model.json', () => {
    const outcome = settled({ inputs: [tensor('x0', 'float32')] }, { inputs: { x0: 'units_sold' } })
    expect(outcome).toMatchObject({ ok: true, value: { inputs: [{ name: 'x0', columns: [{ name: 'x0', source: { kind: 'field', field: 'units_sold' } }] }], output: 'probabilities' } })
  })

  it('of one wide tensor is named in order by model.json', () => {
    const wide = { inputs: [tensor('float_input', 'float32', [null, 2])] }
    expect(settled(wide, { columns: ['units_sold', 'DailyBOH'] })).toMatchObject({ ok: true, value: { inputs: [{ rank: 2, columns: [{ name: 'units_sold' }, { name: 'DailyBOH' }] }] } })
    expect(refusal(settled(wide))).toContain('takes 2 numbers a row')
    expect(refusal(settled(wide, { columns: ['units_sold'] }))).toContain('model.json names 1')
  })
})

describe('several tables of columns', () => {
  const tables = { inputs: [tensor('numbers', 'float32', [null, 2]), tensor('category', 'string')] }
  it('are named table by table, and one of a single column by its own name', () => {
    expect(settled(tables, { columns: { numbers: ['on_hand', 'preis'] } })).toMatchObject({
      ok: true,
      value: { inputs: [{ name: 'numbers', columns: [{ name: 'on_hand' }, { name: 'preis', source: { field: 'price' } }] }, { name: 'category', columns: [{ name: 'category' }] }] },
    })
  })
})

describe('a pipeline is refused, with the reason and what to do,', () => {
  it.each<readonly [string, Partial<GraphSignature>, PipelineManifest, readonly string[]]>([
    ['that reads what no extract has', { inputs: [tensor('avg_sales_last7', 'float32'), tensor('OOSCount', 'float32')] }, {}, ['"avg_sales_last7", "OOSCount"', 'model.json']],
    ['that reads the label', { inputs: [tensor('phantom_flag', 'float32')] }, {}, ['the truth that it is to find']],
    ['that wants text as numbers', { inputs: [tensor('category', 'float32')] }, {}, ['that is text here', 'StringTensorType']],
    ['with an input of another type', { inputs: [tensor('on_hand', 'type 10')] }, {}, ['takes type 10', 'float, double, int64, int32, bool or string']],
    ['whose weights lie elsewhere', { weightsIn: 'pipeline.onnx.data' }, {}, ['"pipeline.onnx.data"', 'external_data=False']],
    ['that takes one row at a time', { inputs: [tensor('on_hand', 'float32', [1, 1])] }, {}, ['exactly 1 row', 'dynamic_axes']],
    ['of whose tables one is not named', { inputs: [tensor('numbers', 'float32', [null, 2]), tensor('texts', 'string', [null, 2])] }, { columns: { texts: ['category', 'store_id'] } }, ['"numbers" takes 2 numbers a row', '{"columns": {"numbers": [']],
    ['whose model.json names columns of no input', {}, { columns: { tabel: ['on_hand'] } }, ['"tabel", which is no input', 'the graph takes "on_hand"']],
    ['with an input of three dimensions', { inputs: [tensor('on_hand', 'float32', [null, 28, 1])] }, {}, ['Inputs can be']],
    ['without an input', { inputs: [] }, {}, ['no input']],
    ['that ends in ZipMap', { outputs: [label, { name: 'output_probability', kind: 'other', type: null, shape: null }] }, {}, ['list of dictionaries', "'zipmap': False"]],
    ['that gives a label alone', { outputs: [label] }, {}, ['"label"', 'A label alone cannot be tuned']],
    ['that knows three classes', { outputs: [tensor('probabilities', 'float32', [null, 3])] }, {}, ['has 3 classes']],
    ['whose classes are words', { outputs: [tensor('label', 'string', [null]), probabilities] }, {}, ['classes are words', '1 for phantom']],
    ['with two tables that could be it', { outputs: [tensor('a', 'float32'), tensor('b', 'float32')] }, {}, ['"a", "b"', 'Name the one for phantom in model.json: {"output": "b"}']],
    ['whose model.json names another output', {}, { output: 'scores' }, ['"scores", which the graph does not have']],
  ])('%s', (_, change, manifest, words) => {
    const said = refusal(settled(change, manifest))
    for (const word of words) expect(said).toContain(word)
    expect(said).toMatch(/^The pipeline "theirs" does not fit: /)
  })

  it('whose file is no model', () => {
    expect(readPipeline('theirs', new Uint8Array([1, 2, 3]), null)).toMatchObject({ ok: false, fault: { code: 'pipeline-misfit' } })
    expect(readPipeline('theirs', graph('pipeline-wide'), '{"columns": []}')).toMatchObject({ ok: false, fault: { code: 'pipeline-misfit' } })
  })
})
