/** How a pipeline's inputs are shaped for a run, and how its output is read. */
import type { InputValues } from '../domain/pipelines/fill-input'
import type { PipelineInput } from '../domain/pipelines/pipeline-spec'
import type { NamedInput } from './onnx-runtime'

/** Single precision may leave a probability this far outside of 0 to 1. */
const slack = 1e-5

export const isProbability = (value: number) => value >= -slack && value <= 1 + slack

export function namedInput({ name, type, rank, columns }: PipelineInput, values: InputValues, rows: number): NamedInput {
  return { name, type, values, dimensions: rank === 1 ? [rows] : [rows, columns.length] }
}

/** One value a row: the only one of each, or the second of two. Throws where there are neither one nor two a row. */
export function secondOfTwo(given: Float32Array | Float64Array, rows: number): Float64Array {
  const width = given.length / rows
  if (width !== 1 && width !== 2) throw new Error(`${rows} rows gave ${given.length} values`)
  return Float64Array.from({ length: rows }, (_, row) => given[row * width + width - 1]!)
}
