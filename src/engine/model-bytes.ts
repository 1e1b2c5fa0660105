/** Models as they were read, on their way to whoever runs them. No runtime here: the page sends them too. */
import type { FieldName } from '../domain/csv/fields'
import { fieldsIn, sourcesRead, type ColumnSource, type PipelineSpec } from '../domain/pipelines/pipeline-spec'
import type { ModelManifest } from '../domain/scoring/model-manifest'

/** A model folder: its manifest and its graph's bytes, already verified. */
export interface ModelBytes {
  readonly manifest: ModelManifest
  readonly graph: Uint8Array
}

/** A pipeline of another project: what feeds it, and its graph's bytes. */
export interface PipelineBytes {
  readonly pipeline: PipelineSpec
  readonly graph: Uint8Array
}

export type AnyBytes = ModelBytes | PipelineBytes

/** What scoring needs to know of a model. */
export interface ScoringModel extends Pick<ModelManifest, 'id' | 'reads'> {
  /** What a pipeline reads, each once; left out for models that read features alone. */
  readonly sources?: readonly ColumnSource[]
}

export function scoringModelOf(model: AnyBytes): ScoringModel {
  if ('pipeline' in model) return { id: model.pipeline.id, reads: 'rows', sources: sourcesRead(model.pipeline) }
  const { id, reads } = model.manifest
  return { id, reads }
}

/** Fields of the extract that the pipelines among the models read, each once; null where there is no pipeline. */
export function fieldsOf(models: readonly ScoringModel[]): readonly FieldName[] | null {
  const read = models.flatMap(({ sources }) => (sources ? [sources] : []))
  return read.length === 0 ? null : [...new Set(read.flatMap(fieldsIn))]
}

export const idOf = (model: AnyBytes): string => scoringModelOf(model).id
