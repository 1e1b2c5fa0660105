/** Folders of another project's pipeline: told from ours, read, settled. */
import { isPipelineManifest } from '../domain/pipelines/pipeline-manifest'
import { pipelineThreshold, type PipelineSpec } from '../domain/pipelines/pipeline-spec'
import type { ReadPipeline } from '../domain/pipelines/read-pipeline'
import { fileCorrupt, type ModelFault } from '../domain/scoring/model-faults'
import type { ThresholdFile } from '../domain/scoring/model-manifest'
import { readLooseThreshold, type Checked } from '../domain/scoring/read-model-files'
import type { LoadedModel } from './engine'
import { toldApart, type FileSource } from './load-models'
import type { PipelineBytes } from './model-bytes'
import { sha256 } from './sha256'

/** Settles what feeds a pipeline; asked of the worker, where the names of columns are known. */
export type SettlePipeline = (model: string, graph: Uint8Array, manifest: string | null) => Promise<Checked<ReadPipeline>>

export type ReadPipelineFolder = { readonly loaded: LoadedModel; readonly bytes: PipelineBytes | null }

const pathIn = (folder: string, file: string) => (folder === '' ? file : `${folder}/${file}`)

/** Is this a folder with a graph and without a manifest of ours? */
export async function isPipelineFolder(source: FileSource, folder: string): Promise<boolean> {
  const [graph, manifest] = await Promise.all([source.read(pathIn(folder, 'pipeline.onnx')), textIn(source, pathIn(folder, 'model.json'))])
  return graph !== null && (manifest === null || isPipelineManifest(manifest))
}

/**
 * @param folder its path in `source`; '' for files that lie in none
 * @param called what sentences call it
 */
export async function readPipelineFolder(source: FileSource, folder: string, called: string, standing: readonly LoadedModel[], settle: SettlePipeline): Promise<ReadPipelineFolder> {
  const read = async (file: string) => textIn(source, pathIn(folder, file))
  const graph = await source.read(pathIn(folder, 'pipeline.onnx'))
  if (!graph) return refused(called, fileCorrupt(called, 'pipeline.onnx', 'could not be read'))
  const settled = await settle(called, graph, await read('model.json'))
  if (!settled.ok) return refused(called, settled.fault)
  const threshold = thresholdIn(called, await read('threshold.json'))
  if (!threshold.ok) return refused(called, threshold.fault)
  const { id, name, inputs, output } = settled.value
  const own = folder === '' ? 'Pipeline' : called
  const apart = toldApart({ id: id ?? idFrom(own), name: name ?? own }, standing)
  const pipeline: PipelineSpec = { ...apart, inputs, output, graph: { sha256: await sha256(graph), bytes: graph.length } }
  const card = (await read('model_card.md')) ?? ''
  return { loaded: { ...apart, usable: true, kind: 'pipeline', own: true, pipeline, threshold: threshold.value, card }, bytes: { pipeline, graph } }
}

function thresholdIn(called: string, text: string | null): Checked<ThresholdFile> {
  return text === null ? { ok: true, value: pipelineThreshold } : readLooseThreshold(called, text)
}

/** Letters, digits, - and _ of a name, for the column of its predictions. */
const idFrom = (name: string) => name.toLowerCase().replace(/[^a-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'pipeline'

async function textIn(source: FileSource, path: string): Promise<string | null> {
  const bytes = await source.read(path)
  return bytes && new TextDecoder().decode(bytes)
}

function refused(id: string, fault: ModelFault): ReadPipelineFolder {
  return { loaded: { id, usable: false, fault }, bytes: null }
}
