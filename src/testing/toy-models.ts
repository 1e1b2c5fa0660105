/**
 * Four model folders in memory over two tiny graphs, with scores that a test can compute itself:
 * lgbm, xgb, rf: sigmoid(0.5 * first - 0.25 * second) of two features; lstm: sigmoid(0.1 * running
 * sum) of one. Missing counts as 0.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { combinedVersion, type CombinedFormula } from '../domain/scoring/combined-score'
import { combinedId, manifestVersion, shippedModels, type ModelManifest } from '../domain/scoring/model-manifest'
import type { FileSource } from '../engine/load-models'

const graphs = {
  rows: readFileSync(new URL('./graphs/rows.onnx', import.meta.url)),
  series: readFileSync(new URL('./graphs/series.onnx', import.meta.url)),
}

/** Features of each toy model; xgb has those of lgbm the other way round. */
export const toyFeatures: Readonly<Record<string, readonly string[]>> = {
  lgbm: ['sold_today', 'DailyBOH'],
  xgb: ['DailyBOH', 'sold_today'],
  rf: ['history_days', 'DailyBOH'],
  lstm: ['sold_today'],
}

export const toyThreshold = 0.5

const estimate = { value: 0.9, low: 0.88, high: 0.92 }

export function toyManifest(id: string): ModelManifest {
  const reads = id === 'lstm' ? 'series' : 'rows'
  const graph = graphs[reads]
  return {
    format_version: manifestVersion,
    id,
    name: `Toy ${id}`,
    reads,
    input: 'features',
    output: 'probability',
    features: toyFeatures[id] ?? [],
    graph: { file: 'pipeline.onnx', sha256: createHash('sha256').update(graph).digest('hex'), bytes: graph.length },
    trained: { seed: 1, data_version: 'toy', code_version: 'toy', rows: 100, positives: 10 },
    metrics: { precision: estimate, recall: estimate, f1: estimate, auc: estimate, average_precision: estimate, calibration_error: estimate },
    calibration: [{ mean_probability: 0.5, observed_rate: 0.5, rows: 100 }],
    feature_quantiles: {},
  }
}

/** A combined score of all four that differs from the mean of their log-odds. */
export const toyFormula: CombinedFormula = {
  format_version: combinedVersion,
  id: combinedId,
  name: 'Toy all four',
  models: [...shippedModels],
  probability_limit: 1e-4,
  slope: 1.5,
  offset: -0.25,
  precision_floor_threshold: 0.6,
  precision_floor: 0.9,
  offered: true,
}

/** For `toyModels`: the toy models with their combined score. */
export const withToyFormula = { 'combined.json': JSON.stringify(toyFormula) } as const

/** The files of the four folders; `changes` replaces files by path, null takes one away. */
export function toyModels(changes: Readonly<Record<string, string | Uint8Array | null>> = {}): FileSource {
  const files = new Map<string, string | Uint8Array | null>()
  for (const id of shippedModels) {
    const manifest = toyManifest(id)
    files.set(`${id}/model.json`, JSON.stringify(manifest))
    files.set(`${id}/threshold.json`, JSON.stringify({ precision_floor_threshold: toyThreshold, precision_floor: 0.9 }))
    files.set(`${id}/model_card.md`, `# ${manifest.name}`)
    files.set(`${id}/pipeline.onnx`, graphs[manifest.reads])
  }
  for (const [path, content] of Object.entries(changes)) files.set(path, content)
  return {
    read(path) {
      const content = files.get(path) ?? null
      if (content === null) return Promise.resolve(null)
      return Promise.resolve(new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content))
    },
  }
}

/** The four files of a toy model under an id of its own, in a folder called `path`, as a user brings them. */
export async function toyFolder(path: string, id: string, kind = 'lgbm'): Promise<{ readonly path: string; readonly blob: Blob }[]> {
  const source = toyModels({ [`${kind}/model.json`]: JSON.stringify({ ...toyManifest(kind), id, name: `Toy ${id}` }) })
  const names = ['model.json', 'threshold.json', 'model_card.md', 'pipeline.onnx']
  return Promise.all(names.map(async (name) => ({ path: `${path}/${name}`, blob: new Blob([(await source.read(`${kind}/${name}`))!]) })))
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
