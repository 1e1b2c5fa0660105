/** A pipeline of another project, settled: what feeds each of its inputs and where its probability stands. */
import type { FieldName } from '../csv/fields'
import type { ThresholdFile } from '../scoring/model-manifest'

/** Types of input that a column can be given as. */
export type InputType = 'float32' | 'float64' | 'int64' | 'int32' | 'bool' | 'string'

/** What feeds a column of an input: a field of the extract, or one of our features by its name. */
export type ColumnSource = { readonly kind: 'field'; readonly field: FieldName } | { readonly kind: 'feature'; readonly feature: string }

export interface PipelineColumn {
  /** What the pipeline calls it. */
  readonly name: string
  readonly source: ColumnSource
}

export interface PipelineInput {
  /** The graph's name for it. */
  readonly name: string
  readonly type: InputType
  /** 2: [rows, columns]; 1: [rows]. */
  readonly rank: 1 | 2
  readonly columns: readonly PipelineColumn[]
}

export interface PipelineSpec {
  readonly id: string
  readonly name: string
  readonly inputs: readonly PipelineInput[]
  /** The graph's name of the output with the probabilities: one a row, or one a class and row, of which the second is phantom. */
  readonly output: string
  readonly graph: { readonly sha256: string; readonly bytes: number }
}

/** Where the pipeline brought no threshold of its own. */
export const pipelineThreshold: ThresholdFile = { precision_floor_threshold: 0.5, precision_floor: 0, note: 'no threshold.json came with the pipeline: .5 stands until another is set' }

/** What a source is called among those of its pipeline: where a field and a feature have one name, it is the field's. */
export const sourceKey = (source: ColumnSource): string => (source.kind === 'field' ? source.field : source.feature)

/** All that the pipeline reads, each once, in the order of its inputs: two of its columns may be fed by one. */
export function sourcesRead({ inputs }: Pick<PipelineSpec, 'inputs'>): readonly ColumnSource[] {
  const sources = inputs.flatMap(({ columns }) => columns.map(({ source }) => source))
  return [...new Map(sources.map((source) => [sourceKey(source), source])).values()]
}

/** The fields of the extract among sources. */
export const fieldsIn = (sources: readonly ColumnSource[]): readonly FieldName[] => sources.flatMap((source) => (source.kind === 'field' ? [source.field] : []))
