/** Model folders from wherever they lie: read, verified, refused with a reason. */
import { featureNames } from '../domain/features/catalog'
import { matchFeatures } from '../domain/scoring/match-features'
import { fileCorrupt, fileMissing, type ModelFault } from '../domain/scoring/model-faults'
import { readManifest, readThreshold } from '../domain/scoring/read-model-files'
import type { ModelBytes } from './block-scorer'
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

/** Reads one model folder `id/` and checks it as far as can be without running it. */
export async function readModelFolder(source: FileSource, id: string): Promise<ReadModel> {
  const files = ['model.json', 'threshold.json', 'model_card.md', 'pipeline.onnx'] as const
  const contents = await Promise.all(files.map((file) => source.read(`${id}/${file}`)))
  const missing = files.find((_, i) => contents[i] === null)
  if (missing) return refused(id, fileMissing(id, missing))
  const [manifestBytes, thresholdBytes, cardBytes, graph] = contents as Uint8Array<ArrayBuffer>[]
  const text = new TextDecoder()

  const manifest = readManifest(id, text.decode(manifestBytes))
  if (!manifest.ok) return refused(id, manifest.fault)
  if (manifest.value.id !== id) return refused(id, fileCorrupt(id, 'model.json', `belongs to the model "${manifest.value.id}"`))
  const threshold = readThreshold(id, text.decode(thresholdBytes))
  if (!threshold.ok) return refused(id, threshold.fault)
  const matched = matchFeatures(id, manifest.value.features, featureNames)
  if (!matched.ok) return refused(id, matched.fault)
  if ((await sha256(graph!)) !== manifest.value.graph.sha256) {
    return refused(id, fileCorrupt(id, 'pipeline.onnx', 'is not the one that model.json describes (its checksum differs)'))
  }
  return {
    loaded: { id, name: manifest.value.name, usable: true, kind: 'graph', manifest: manifest.value, threshold: threshold.value, card: text.decode(cardBytes) },
    bytes: { manifest: manifest.value, graph: graph! },
  }
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
