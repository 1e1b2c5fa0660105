/** A pipeline's graph, tried out before it is taken: it must run, row by row or many at once, and give probabilities. */
import type { InputValues } from '../domain/pipelines/fill-input'
import { noProbabilities, notRowByRow, pipelineFails } from '../domain/pipelines/pipeline-faults'
import type { PipelineInput, PipelineSpec } from '../domain/pipelines/pipeline-spec'
import type { ModelFault } from '../domain/scoring/model-faults'
import type { NamedInput, PipelineGraph } from './onnx-runtime'
import { isProbability, namedInput, secondOfTwo } from './pipeline-output'

/**
 * One row each, all of its columns alike. A pipeline without an imputer gives nothing for what is
 * missing, so nothing is; the large ones bring out an output that is no probability.
 */
const trials: readonly number[] = [1, 0, 1000, -1000]

/** Null where it runs and gives probabilities. A trial that it cannot take, as an unknown category, is none against it while it takes another. */
export async function tryPipeline(pipeline: PipelineSpec, graph: PipelineGraph): Promise<ModelFault | null> {
  const run = async (rows: readonly number[]) => secondOfTwo(await graph.run(pipeline.inputs.map((input) => trialInput(input, rows))), rows.length)
  const taken: number[] = []
  const given: number[] = []
  let reason = ''
  for (const trial of trials) {
    try {
      given.push(...(await run([trial])))
      taken.push(trial)
    } catch (error) {
      reason ||= wordsOf(error)
    }
  }
  // An encoder that refuses what it has not learned knows none of these texts: rows of the extract will tell.
  if (taken.length === 0) return unknownCategory.test(reason) ? null : pipelineFails(pipeline.name, reason)
  const outside = given.find((value) => !Number.isNaN(value) && !isProbability(value))
  if (outside !== undefined || given.every(Number.isNaN)) return noProbabilities(pipeline.name, pipeline.output, outside ?? NaN)
  try {
    await run([...taken, ...taken])
    return null
  } catch (error) {
    return notRowByRow(pipeline.name, wordsOf(error))
  }
}

/** What ONNX Runtime says where a one-hot encoder was fitted to refuse (handle_unknown='error'). */
const unknownCategory = /Unknown Category/

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function trialInput(input: PipelineInput, rows: readonly number[]): NamedInput {
  const all = rows.flatMap((value) => input.columns.map(() => value))
  const values: Readonly<Record<PipelineInput['type'], () => InputValues>> = {
    float32: () => Float32Array.from(all),
    float64: () => Float64Array.from(all),
    int64: () => BigInt64Array.from(all, (value) => BigInt(value)),
    int32: () => Int32Array.from(all),
    bool: () => Uint8Array.from(all, (value) => (value > 0 ? 1 : 0)),
    string: () => all.map(String),
  }
  return namedInput(input, values[input.type](), rows.length)
}
