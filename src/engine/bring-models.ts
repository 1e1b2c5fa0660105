/** Model folders that a user brings: found, read, checked, told apart from those that stand, and opened. */
import type { PipelineSpec } from '../domain/pipelines/pipeline-spec'
import { alreadyHere, archiveUnreadable, noFolder, type ModelFault } from '../domain/scoring/model-faults'
import type { ModelManifest } from '../domain/scoring/model-manifest'
import type { BroughtFile, LoadedModel } from './engine'
import { readOwnFolder } from './load-models'
import type { AnyBytes } from './model-bytes'
import { folderName, isModelFile, isZip, modelFolders, sourceOf, type FolderFile } from './own-folders'
import { isPipelineFolder, readPipelineFolder, type SettlePipeline } from './read-pipeline-folder'
import type { Unpacked } from './unpack-zip'

export interface ModelShelf {
  /** What stands already, the combination included. */
  readonly standing: readonly LoadedModel[]
  /** The model files of a zip archive, or why it cannot be read. */
  readonly unpack: (archive: Blob) => Promise<Unpacked>
  readonly settle: SettlePipeline
  /** Opens a model beside the others; the fault where it does not run. */
  readonly add: (model: AnyBytes) => Promise<ModelFault | null>
}

/**
 * One entry a folder, in the order of their paths: usable and added, or refused with the reason.
 * Never empty: where no folder holds a model, that is said.
 */
export async function bringModels(files: readonly BroughtFile[], shelf: ModelShelf): Promise<readonly LoadedModel[]> {
  const { found, outcomes } = await gather(files, shelf)
  const source = sourceOf(found)
  const standing = [...shelf.standing]
  for (const folder of modelFolders(found.map(({ path }) => path))) {
    const called = folderName(folder)
    const { loaded, bytes } = (await isPipelineFolder(source, folder))
      ? await readPipelineFolder(source, folder, called, standing, shelf.settle)
      : await readOwnFolder(source, folder, called, standing)
    const fault = bytes && (isKnown(bytes, standing) ? alreadyHere(called) : await shelf.add(bytes))
    if (fault) {
      outcomes.push({ id: called, usable: false, fault })
      continue
    }
    outcomes.push(loaded)
    if (loaded.usable) standing.push(loaded)
  }
  return outcomes.length > 0 ? outcomes : [{ id: '', usable: false, fault: noFolder }]
}

/** The model files among what was brought, archives opened, and a refusal for each archive that could not be. */
async function gather(files: readonly BroughtFile[], { unpack }: ModelShelf): Promise<{ found: FolderFile[]; outcomes: LoadedModel[] }> {
  const found: FolderFile[] = []
  const outcomes: LoadedModel[] = []
  for (const { path, blob } of files) {
    if (isZip(path)) {
      const unpacked = await unpack(blob)
      if ('unreadable' in unpacked) outcomes.push({ id: path, usable: false, fault: archiveUnreadable(path, unpacked.unreadable) })
      else for (const file of unpacked) found.push({ ...file, path: `${path.slice(0, -'.zip'.length)}/${file.path}` })
    } else if (isModelFile(path)) {
      found.push({ path, bytes: new Uint8Array(await blob.arrayBuffer()) })
    }
  }
  return { found, outcomes }
}

/** The very graph with the very features is brought already, under whatever name. */
function isKnown(bytes: AnyBytes, standing: readonly LoadedModel[]): boolean {
  const manifestKind = ({ graph, features }: ModelManifest) => JSON.stringify([graph.sha256, features])
  const pipelineKind = ({ graph, inputs, output }: PipelineSpec) => JSON.stringify([graph.sha256, inputs, output])
  const wanted = 'pipeline' in bytes ? pipelineKind(bytes.pipeline) : manifestKind(bytes.manifest)
  return standing.some((model) => {
    if (!model.usable || model.kind === 'combination' || !model.own) return false
    return wanted === (model.kind === 'pipeline' ? pipelineKind(model.pipeline) : manifestKind(model.manifest))
  })
}
