/**
 * The one door to onnxruntime-web. Runs are queued: a WASM session computes one thing at a time,
 * and a run that fails does not poison the next.
 *
 * One thread a realm: several workers with one thread each need no cross-origin isolation, and
 * keep working where threads are not to be had. Every graph is asked for its probability output
 * alone.
 */
import * as ort from 'onnxruntime-web/wasm'
import type { InputValues } from '../domain/pipelines/fill-input'
import type { InputType } from '../domain/pipelines/pipeline-spec'

/** A graph that is ready to run. */
export interface Graph {
  /**
   * @param values the input, dense, row-major; copied into the runtime
   * @param dimensions its shape
   * @returns the output as the runtime gave it, with as many values as rows (or series x steps)
   */
  run(values: Float32Array, dimensions: readonly number[]): Promise<Float32Array>
  close(): Promise<void>
}

/** Gives the runtime its WebAssembly. To be called once in a realm, before the first graph. */
export function startRuntime(wasm: ArrayBuffer): void {
  ort.env.wasm.wasmBinary = wasm
  ort.env.wasm.numThreads = 1
  ort.env.logLevel = 'error'
}

/** Compiled by the first session, and 14 MB a realm are given back: taken away, as the runtime's own script goes on holding the buffer. */
function releaseWasm(): void {
  const wasm = ort.env.wasm.wasmBinary
  if (wasm instanceof ArrayBuffer) structuredClone(wasm, { transfer: [wasm] })
  delete ort.env.wasm.wasmBinary
}

/** Fatal alone: what goes wrong is thrown, and a pipeline that refuses a row would fill the console. */
const quiet = { logSeverityLevel: 4 } as const

let tail: Promise<unknown> = Promise.resolve()

/** Starts `work` when all that was queued before it has settled, well or badly. */
function queued<Value>(work: () => Promise<Value>): Promise<Value> {
  const run = tail.catch(() => undefined).then(work)
  tail = run
  return run
}

/** Compiles a graph that has these very inputs, and this output among others. */
async function openSession(bytes: Uint8Array, inputs: readonly string[], output: string): Promise<ort.InferenceSession> {
  const session = await queued(() =>
    ort.InferenceSession.create(bytes, { executionProviders: ['wasm'], graphOptimizationLevel: 'all', ...quiet }),
  )
  releaseWasm()
  const { inputNames, outputNames } = session
  if (inputNames.length === inputs.length && inputs.every((name) => inputNames.includes(name)) && outputNames.includes(output)) return session
  await session.release()
  throw new Error(`the graph has inputs ${inputNames.join(', ')} and outputs ${outputNames.join(', ')}, not ${inputs.map((name) => `"${name}"`).join(', ')} and "${output}"`)
}

/** Runs a session, one run of the realm at a time, and gives the data of one output; all tensors are let go. */
function runSession(session: ort.InferenceSession, feeds: () => Readonly<Record<string, ort.Tensor>>, output: string): Promise<ort.Tensor['data']> {
  return queued(async () => {
    const tensors = feeds()
    try {
      const outputs = await session.run(tensors, [output], quiet)
      const result = outputs[output]!
      try {
        return result.data
      } finally {
        result.dispose()
      }
    } finally {
      for (const tensor of Object.values(tensors)) tensor.dispose()
    }
  })
}

/**
 * Compiles a graph.
 *
 * @param input name of its only input
 * @param output name of its probability output
 * @throws where the runtime cannot read the bytes, or the names are not those of the graph
 */
export async function openGraph(bytes: Uint8Array, input: string, output: string): Promise<Graph> {
  const session = await openSession(bytes, [input], output)
  return {
    run: async (values, dimensions) => {
      const data = await runSession(session, () => ({ [input]: new ort.Tensor('float32', values, dimensions) }), output)
      if (!(data instanceof Float32Array)) throw new Error(`the output "${output}" is not float32`)
      return data
    },
    close: () => queued(() => session.release()),
  }
}

/** One input of a pipeline, for one run. */
export interface NamedInput {
  readonly name: string
  readonly type: InputType
  readonly values: InputValues
  readonly dimensions: readonly number[]
}

/** A graph with inputs of several types. */
export interface PipelineGraph {
  /** The output as the runtime gave it. */
  run(inputs: readonly NamedInput[]): Promise<Float32Array | Float64Array>
  close(): Promise<void>
}

/** Compiles a graph of another project. Throws as `openGraph` does. */
export async function openPipelineGraph(bytes: Uint8Array, inputs: readonly string[], output: string): Promise<PipelineGraph> {
  const session = await openSession(bytes, inputs, output)
  return {
    run: async (given) => {
      const data = await runSession(session, () => Object.fromEntries(given.map((input) => [input.name, tensorOf(input)])), output)
      if (data instanceof Float32Array || data instanceof Float64Array) return data
      throw new Error(`the output "${output}" holds no floating-point numbers`)
    },
    close: () => queued(() => session.release()),
  }
}

function tensorOf({ type, values, dimensions }: NamedInput): ort.Tensor {
  if (values instanceof Float32Array) return new ort.Tensor('float32', values, dimensions)
  if (values instanceof Float64Array) return new ort.Tensor('float64', values, dimensions)
  if (values instanceof BigInt64Array) return new ort.Tensor('int64', values, dimensions)
  if (values instanceof Int32Array) return new ort.Tensor('int32', values, dimensions)
  if (values instanceof Uint8Array) return new ort.Tensor('bool', values, dimensions)
  if (type !== 'string') throw new Error(`texts were given for an input of ${type}`)
  return new ort.Tensor('string', values, dimensions)
}
