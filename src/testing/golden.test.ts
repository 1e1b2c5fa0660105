import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { modelsFolder, readRuntimeWasm } from '../cli/node-files'
import { featureNames } from '../domain/features/catalog'
import { type ModelManifest, shippedModels, type ThresholdFile } from '../domain/scoring/model-manifest'
import { cutSeriesBatches, packSeries, unpackSeries } from '../domain/scoring/series-batches'
import { type Graph, openGraph, startRuntime } from '../engine/onnx-runtime'
import { type Golden, readGolden } from './golden/read-golden'

/** Wasm and the training library may differ by no more than this, in probability. */
const tolerance = 1e-5
const rowBatch = 4096
const stepBatch = 16_384

const golden = readGolden()

/** Row offsets of the golden series. */
const start = Int32Array.from([0, ...golden.series_lengths.map((_, at) => golden.series_lengths.slice(0, at + 1).reduce((a, b) => a + b))])

interface Folder {
  readonly manifest: ModelManifest
  readonly threshold: ThresholdFile
  readonly graph: Uint8Array
}

async function readFolder(model: string): Promise<Folder> {
  const text = (name: string) => readFile(join(modelsFolder, model, name), 'utf8')
  return {
    manifest: JSON.parse(await text('model.json')) as ModelManifest,
    threshold: JSON.parse(await text('threshold.json')) as ThresholdFile,
    graph: new Uint8Array(await readFile(join(modelsFolder, model, 'pipeline.onnx'))),
  }
}

function columnsOf(manifest: ModelManifest, { features }: Golden): Int32Array {
  const columns = Int32Array.from(manifest.features, (name) => features.indexOf(name))
  expect(columns).not.toContain(-1)
  return columns
}

async function scoreRows(graph: Graph, columns: Int32Array): Promise<Float32Array> {
  const { rows, features, values } = golden
  const scores = new Float32Array(rows)
  for (let from = 0; from < rows; from += rowBatch) {
    const count = Math.min(rowBatch, rows - from)
    const batch = new Float32Array(count * columns.length)
    for (let row = 0; row < count; row++) {
      for (let at = 0; at < columns.length; at++) batch[row * columns.length + at] = values[(from + row) * features.length + columns[at]!]!
    }
    scores.set(await graph.run(batch, [count, columns.length]), from)
  }
  return scores
}

async function scoreSeries(graph: Graph, columns: Int32Array): Promise<Float32Array> {
  const scores = new Float32Array(golden.rows)
  for (const batch of cutSeriesBatches(start, stepBatch)) {
    const shape = [batch.series.length, batch.steps, columns.length]
    const input = new Float32Array(batch.series.length * batch.steps * columns.length)
    packSeries(batch, start, golden.values, golden.features.length, columns, input)
    unpackSeries(batch, start, await graph.run(input, shape), scores)
  }
  return scores
}

describe('golden rows in the wasm build', () => {
  beforeAll(async () => startRuntime(await (await readRuntimeWasm()).arrayBuffer()))

  test('are 20,000 or more, whole series with missing values, in the order of the feature catalog', () => {
    expect(golden.rows).toBeGreaterThanOrEqual(20_000)
    expect(start.at(-1)).toBe(golden.rows)
    expect(golden.missing_share).toBeGreaterThan(0.01)
    expect(golden.features).toEqual(featureNames)
  })

  test.each(shippedModels)('%s gives the scores of the library that trained it, and no alert flips', async (model) => {
    const { manifest, threshold, graph: bytes } = await readFolder(model)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.graph.sha256)
    const graph = await openGraph(bytes, manifest.input, manifest.output)
    const columns = columnsOf(manifest, golden)
    const scores = manifest.reads === 'rows' ? await scoreRows(graph, columns) : await scoreSeries(graph, columns)
    await graph.close()

    const native = golden.scores.get(model)!
    let worst = 0
    let flipped = 0
    let alerts = 0
    for (let row = 0; row < golden.rows; row++) {
      const difference = Math.abs(scores[row]! - native[row]!)
      // Not a number in either is a difference too.
      if (!(difference <= worst)) worst = difference
      const alert = scores[row]! >= threshold.precision_floor_threshold
      if (alert) alerts++
      if (alert !== native[row]! >= threshold.precision_floor_threshold) flipped++
    }
    expect(worst).toBeLessThanOrEqual(tolerance)
    expect(flipped).toBe(0)
    expect(alerts).toBeGreaterThan(0)
  })

  test('the sequence model reads one series or many, of any length, alike', async () => {
    const { manifest, graph: bytes } = await readFolder('lstm')
    const graph = await openGraph(bytes, manifest.input, manifest.output)
    const columns = columnsOf(manifest, golden)
    const together = await scoreSeries(graph, columns)
    for (const series of [0, Math.floor(golden.series_lengths.length / 2)]) {
      const from = start[series]!
      for (const steps of [1, 28, golden.series_lengths[series]!]) {
        const length = Math.min(steps, golden.series_lengths[series]!)
        const alone = { series: Int32Array.of(0), steps: length }
        const bounds = Int32Array.of(0, length)
        const input = new Float32Array(length * columns.length)
        const width = golden.features.length
        packSeries(alone, bounds, golden.values.subarray(from * width, (from + length) * width), width, columns, input)
        const scores = await graph.run(input, [1, length, columns.length])
        for (let step = 0; step < length; step++) expect(Math.abs(scores[step]! - together[from + step]!)).toBeLessThanOrEqual(tolerance)
      }
    }
    await graph.close()
  })
})
