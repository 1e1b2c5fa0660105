/** Model folders as a user brings them: a shipped one under an id of its own, sound or damaged. */
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
