/** A pipeline of another project, open in this realm: scores rows from columns of the extract and features. */
import { fillInput, type PipelineRows } from '../domain/pipelines/fill-input'
import { pipelineFails } from '../domain/pipelines/pipeline-faults'
import type { PipelineSpec } from '../domain/pipelines/pipeline-spec'
import type { Checked } from '../domain/scoring/read-model-files'
import type { PipelineBytes } from './model-bytes'
import { openPipelineGraph, type PipelineGraph } from './onnx-runtime'
import { isProbability, namedInput, secondOfTwo } from './pipeline-output'
import { tryPipeline } from './try-pipeline'

export interface OpenPipeline {
  readonly pipeline: PipelineSpec
  readonly graph: PipelineGraph
  /** Keys of rows that the graph refused, as for a category that it never learned: rows with the same are not tried again. */
  readonly refused: Set<string>
}

/** Rows a run; as for models that read rows. */
const rowsPerRun = 4096

/** Opens a graph and tries it out; the fault where it does not run or gives no probabilities. */
export async function openPipeline({ pipeline, graph: bytes }: PipelineBytes): Promise<Checked<OpenPipeline>> {
  try {
    const graph = await openPipelineGraph(bytes, pipeline.inputs.map(({ name }) => name), pipeline.output)
    const fault = await tryPipeline(pipeline, graph)
    if (!fault) return { ok: true, value: { pipeline, graph, refused: new Set() } }
    await graph.close()
    return { ok: false, fault }
  } catch (error) {
    return { ok: false, fault: pipelineFails(pipeline.name, error instanceof Error ? error.message : String(error)) }
  }
}

/**
 * One probability an entry of `rows`; NaN where the pipeline gives none, where a whole number that it
 * needs is missing, and where the graph refuses the row.
 */
export async function pipelineScores(open: OpenPipeline, block: PipelineRows): Promise<Float32Array> {
  const out = new Float32Array(block.rows.length).fill(NaN)
  for (let from = 0; from < out.length; from += rowsPerRun) await scoreRange(open, block, from, Math.min(out.length, from + rowsPerRun), out)
  return out
}

/** Scores the rows from `from` up to `to` that are not known to be refused, each unbroken run of them together. */
async function scoreRange(open: OpenPipeline, block: PipelineRows, from: number, to: number, out: Float32Array): Promise<void> {
  const isRefused = (row: number) => open.refused.size > 0 && open.refused.has(keyOf(open, block, row))
  for (let start = from; start < to; start++) {
    if (isRefused(start)) continue
    let end = start + 1
    while (end < to && !isRefused(end)) end++
    await scoreRun(open, block, start, end, out)
    start = end
  }
}

/** Where the graph refuses a run of rows it is given half of them, down to the one that it refuses. */
async function scoreRun(open: OpenPipeline, block: PipelineRows, from: number, to: number, out: Float32Array): Promise<void> {
  const { pipeline, graph, refused } = open
  const gaps = new Uint8Array(to - from)
  const inputs = pipeline.inputs.map((input) => namedInput(input, fillInput(input, block, from, to, gaps), to - from))
  let given: Float64Array
  try {
    given = secondOfTwo(await graph.run(inputs), to - from)
  } catch {
    const middle = (from + to) >> 1
    if (middle > from) {
      await scoreRange(open, block, from, middle, out)
      await scoreRange(open, block, middle, to, out)
    } else if (gaps[0] === 0) refused.add(keyOf(open, block, from))
    return
  }
  given.forEach((value, at) => {
    if (gaps[at] === 0 && isProbability(value)) out[from + at] = Math.min(1, Math.max(0, value))
  })
}

/** What a graph can refuse of a row: its texts and whole numbers. It refuses no broken number. */
function keyOf({ pipeline }: OpenPipeline, block: PipelineRows, row: number): string {
  const telling = pipeline.inputs.filter(({ type }) => type !== 'float32' && type !== 'float64')
  return JSON.stringify(telling.map((input) => Array.from(fillInput(input, block, row, row + 1, new Uint8Array(1)), String)))
}
