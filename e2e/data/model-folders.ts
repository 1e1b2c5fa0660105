/** Model folders as a user brings them: a shipped one under an id of its own, sound or damaged. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'

const shipped = join(import.meta.dirname, '../../public/models')
const files = ['model.json', 'threshold.json', 'model_card.md', 'pipeline.onnx'] as const

export interface OwnModel {
  /** Of the shipped model whose graph it has. */
  readonly like: 'lgbm' | 'xgb' | 'rf' | 'lstm'
  readonly id: string
  readonly name: string
}

/** A folder on disk that holds one folder a model; `spoil` changes files before they are brought. */
export function foldersOnDisk(models: readonly OwnModel[], spoil: (folder: string) => void = () => undefined): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'own-models-'))
  for (const { like, id, name } of models) {
    const folder = join(path, id)
    mkdirSync(folder)
    for (const file of files) cpSync(join(shipped, like, file), join(folder, file))
    const manifest = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as object
    writeFileSync(join(folder, 'model.json'), JSON.stringify({ ...manifest, id, name }))
    spoil(folder)
  }
  return { path, remove: () => rmSync(path, { recursive: true }) }
}

/** The same as one zip archive. */
export function zipOf(folders: string, ids: readonly string[]): Buffer {
  const entries = ids.flatMap((id) => files.map((file) => [`${id}/${file}`, new Uint8Array(readFileSync(join(folders, id, file)))] as const))
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 1 }))
}

/** Features of the small model that `smallFolder` writes: sigmoid(0.5 x the first - 0.25 x the second). */
export const smallFeatures = ['sold_today', 'DailyBOH'] as const

/**
 * A folder as training on own data writes it, with a graph and features of its own, and a threshold that
 * did not reach its precision.
 */
export function smallFolder({ id, name }: Pick<OwnModel, 'id' | 'name'>): { readonly path: string; remove(): void } {
  return foldersOnDisk([{ like: 'lgbm', id, name }], (folder) => {
    const graph = readFileSync(join(import.meta.dirname, '../../src/testing/graphs/rows.onnx'))
    const manifest = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as { readonly feature_quantiles: Readonly<Record<string, unknown>> }
    const own = {
      ...manifest,
      input: 'features',
      output: 'probability',
      features: smallFeatures,
      graph: { file: 'pipeline.onnx', sha256: createHash('sha256').update(graph).digest('hex'), bytes: graph.length },
      trained: { seed: 1, data_version: 'own-0123456789ab', code_version: '0123456789ab', rows: 4910, positives: 128 },
      feature_quantiles: Object.fromEntries(smallFeatures.map((feature) => [feature, manifest.feature_quantiles[feature]])),
    }
    const threshold = { precision_floor_threshold: 0.3, precision_floor: 0.9, floor_reached: false, picked_on: { worlds: 1, candidates: 1323, positives: 44, precision: 0.2766, recall: 0.29545 } }
    writeFileSync(join(folder, 'pipeline.onnx'), graph)
    writeFileSync(join(folder, 'model.json'), JSON.stringify(own))
    writeFileSync(join(folder, 'threshold.json'), JSON.stringify(threshold))
    writeFileSync(join(folder, 'model_card.md'), `# ${name}\n\n**Trained on your data:** 4,910 rows, 128 of them phantom.\n`)
  })
}
