/** A pipeline of another project, open in this realm: scores rows from columns of the extract and features. */
import { fillInput, type InputValues, type PipelineRows } from '../domain/pipelines/fill-input'
import type { PipelineInput, PipelineSpec } from '../domain/pipelines/pipeline-spec'
import { doesNotRun } from '../domain/scoring/model-faults'
import type { Checked } from '../domain/scoring/read-model-files'
import type { PipelineBytes } from './model-bytes'
import { openPipelineGraph, type NamedInput, type PipelineGraph } from './onnx-runtime'

export interface OpenPipeline {
  readonly pipeline: PipelineSpec
  readonly graph: PipelineGraph
}

/** Rows a run; as for models that read rows. */
const rowsPerRun = 4096
/** Single precision may leave a probability this far outside of 0 to 1. */
const slack = 1e-5

/** Opens a graph and tries it out; the fault where it does not run or gives no probabilities. */
export async function openPipeline({ pipeline, graph: bytes }: PipelineBytes): Promise<Checked<OpenPipeline>> {
  try {
    const names = pipeline.inputs.map(({ name }) => name)
    const graph = await openPipelineGraph(bytes, names, pipeline.output)
    const probabilities = probabilitiesIn(await graph.run(pipeline.inputs.map(trialInput)), trialRows)
    if (!probabilities.every((p) => p >= 0)) throw new Error('its output is not a probability')
    return { ok: true, value: { pipeline, graph } }
  } catch (error) {
    return { ok: false, fault: doesNotRun(pipeline.name, error instanceof Error ? error.message : String(error)) }
  }
}

const trialRows = 2

/** Ones, which every pipeline knows what to do with: one without an imputer gives nothing for what is missing. */
function trialInput(input: PipelineInput): NamedInput {
  const size = trialRows * input.columns.length
  const values: Readonly<Record<PipelineInput['type'], () => InputValues>> = {
    float32: () => new Float32Array(size).fill(1),
    float64: () => new Float64Array(size).fill(1),
    int64: () => new BigInt64Array(size).fill(1n),
    string: () => Array.from({ length: size }, () => '1'),
  }
  return namedInput(input, values[input.type](), trialRows)
}

function namedInput({ name, type, rank, columns }: PipelineInput, values: InputValues, rows: number): NamedInput {
  return { name, type, values, dimensions: rank === 1 ? [rows] : [rows, columns.length] }
}

/** One probability an entry of `rows`; NaN where the pipeline gives none, or a whole number that it needs is missing. */
export async function pipelineScores({ pipeline, graph }: OpenPipeline, block: PipelineRows): Promise<Float32Array> {
  const out = new Float32Array(block.rows.length)
  for (let from = 0; from < out.length; from += rowsPerRun) {
    const to = Math.min(out.length, from + rowsPerRun)
    const gaps = new Uint8Array(to - from)
    const inputs = pipeline.inputs.map((input) => namedInput(input, fillInput(input, block, from, to, gaps), to - from))
    const probabilities = probabilitiesIn(await graph.run(inputs), to - from)
    for (let i = 0; i < probabilities.length; i++) out[from + i] = gaps[i] === 1 ? NaN : probabilities[i]!
  }
  return out
}

/** The probability of phantom a row: the only value of each, or the second of two. NaN where it is no probability. */
function probabilitiesIn(given: Float32Array | Float64Array, rows: number): Float32Array {
  const width = given.length / rows
  if (width !== 1 && width !== 2) throw new Error(`${rows} rows gave ${given.length} values`)
  return Float32Array.from({ length: rows }, (_, row) => {
    const value = given[row * width + width - 1]!
    return value >= -slack && value <= 1 + slack ? Math.min(1, Math.max(0, value)) : NaN
  })
}
