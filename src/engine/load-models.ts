/** Model folders from wherever they lie: read, verified, refused with a reason. */
import { featureNames } from '../domain/features/catalog'
import { matchFeatures } from '../domain/scoring/match-features'
import { fileCorrupt, fileMissing, type ModelFault } from '../domain/scoring/model-faults'
import { combinedId, shippedModels, type ModelManifest, type ThresholdFile } from '../domain/scoring/model-manifest'
import { readManifest, readThreshold } from '../domain/scoring/read-model-files'
import type { ModelBytes } from './model-bytes'
import type { LoadedModel } from './engine'
import { sha256 } from './sha256'

/** Where files lie: the app's own origin, a folder on disk, a folder that the user brought. */
export interface FileSource {
  /** The bytes of `path` (relative, with /), or null where there is no such file. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | null>
}

/** A folder's outcome; `bytes` only where it is usable so far (its graph has not run yet). */
export interface ReadModel {
  readonly loaded: LoadedModel
  readonly bytes: ModelBytes | null
}

/** Reads one model folder `id/` that ships with the app and checks it as far as can be without running it. */
export async function readModelFolder(source: FileSource, id: string): Promise<ReadModel> {
  const files = await checkFolder(source, id, id)
  if ('code' in files) return refused(id, files)
  const { manifest, threshold, card, graph } = files
  if (manifest.id !== id) return refused(id, fileCorrupt(id, 'model.json', `belongs to the model "${manifest.id}"`))
  return {
    loaded: { id, name: manifest.name, usable: true, kind: 'graph', own: false, manifest, threshold, card },
    bytes: { manifest, graph },
  }
}

/**
 * Reads a folder that the user brought. It may be called as it likes: its manifest names the model, and
 * where that id or name is taken by one that stands, both are told apart.
 *
 * @param folder its path in `source`; '' for files that lie in none
 * @param called what sentences call it
 */
export async function readOwnFolder(source: FileSource, folder: string, called: string, standing: readonly LoadedModel[]): Promise<ReadModel> {
  const files = await checkFolder(source, folder, called)
  if ('code' in files) return refused(called, files)
  const { threshold, card, graph } = files
  const { id, name } = toldApart(files.manifest, standing)
  const manifest = { ...files.manifest, id, name }
  return {
    loaded: { id, name, usable: true, kind: 'graph', own: true, manifest, threshold, card },
    bytes: { manifest, graph },
  }
}

interface FolderContents {
  readonly manifest: ModelManifest
  readonly threshold: ThresholdFile
  readonly card: string
  readonly graph: Uint8Array
}

/** The four files of a folder, each in order and fitting the others and this version's features; or what is wrong. */
async function checkFolder(source: FileSource, folder: string, called: string): Promise<FolderContents | ModelFault> {
  const files = ['model.json', 'threshold.json', 'model_card.md', 'pipeline.onnx'] as const
  const contents = await Promise.all(files.map((file) => source.read(folder === '' ? file : `${folder}/${file}`)))
  const missing = files.find((_, i) => contents[i] === null)
  if (missing) return fileMissing(called, missing)
  const [manifestBytes, thresholdBytes, cardBytes, graph] = contents as Uint8Array<ArrayBuffer>[]
  const text = new TextDecoder()

  const manifest = readManifest(called, text.decode(manifestBytes))
  if (!manifest.ok) return manifest.fault
  const threshold = readThreshold(called, text.decode(thresholdBytes))
  if (!threshold.ok) return threshold.fault
  const matched = matchFeatures(called, manifest.value.features, featureNames)
  if (!matched.ok) return matched.fault
  if ((await sha256(graph!)) !== manifest.value.graph.sha256) {
    return fileCorrupt(called, 'pipeline.onnx', 'is not the one that model.json describes (its checksum differs)')
  }
  return { manifest: manifest.value, threshold: threshold.value, card: text.decode(cardBytes), graph: graph! }
}

/** The manifest's id and name, with a number behind them where they are taken. Ids that this app gives out itself are always taken. */
export function toldApart({ id, name }: Pick<ModelManifest, 'id' | 'name'>, standing: readonly LoadedModel[]): { readonly id: string; readonly name: string } {
  const ids = new Set<string>([...shippedModels, combinedId, 'all', ...standing.map((model) => model.id)])
  const names = new Set(standing.flatMap((model) => (model.usable ? [model.name] : [])))
  return { id: firstFree(id, ids, (n) => `${id}-${n}`), name: firstFree(name, names, (n) => `${name} (${n})`) }
}

function firstFree(wanted: string, taken: ReadonlySet<string>, numbered: (n: number) => string): string {
  let free = wanted
  for (let n = 2; taken.has(free); n++) free = numbered(n)
  return free
}

/** The same list with the models refused that turned out not to run. */
export function withRefusals(models: readonly ReadModel[], refusals: ReadonlyMap<string, ModelFault>): LoadedModel[] {
  return models.map(({ loaded }) => {
    const fault = refusals.get(loaded.id)
    return fault ? { id: loaded.id, usable: false, fault } : loaded
  })
}

function refused(id: string, fault: ModelFault): ReadModel {
  return { loaded: { id, usable: false, fault }, bytes: null }
}
