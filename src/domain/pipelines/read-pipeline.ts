import { graphSignature } from './onnx-signature'
import { notOnnx } from './pipeline-faults'
import { readPipelineManifest, type PipelineManifest } from './pipeline-manifest'
import type { PipelineSpec } from './pipeline-spec'
import { settlePipeline } from './settle-pipeline'
import type { Checked } from '../scoring/read-model-files'

/** What a pipeline's files say by themselves. */
export interface ReadPipeline extends Pick<PipelineSpec, 'inputs' | 'output'>, Pick<PipelineManifest, 'id' | 'name'> {}

/**
 * Reads the graph's signature and the manifest, and settles what feeds the pipeline.
 *
 * @param model what sentences call it
 * @param manifest text of model.json; null where there is none
 */
export function readPipeline(model: string, graph: Uint8Array, manifest: string | null): Checked<ReadPipeline> {
  const signature = graphSignature(graph)
  if (signature === null) return { ok: false, fault: notOnnx(model) }
  const read = manifest === null ? ({ ok: true, value: {} } as const) : readPipelineManifest(model, manifest)
  if (!read.ok) return read
  const settled = settlePipeline(model, signature, read.value)
  if (!settled.ok) return settled
  const { id, name }: PipelineManifest = read.value
  return { ok: true, value: { ...settled.value, id, name } }
}
