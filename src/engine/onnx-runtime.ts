/**
 * The one door to onnxruntime-web. Runs are queued: a WASM session computes one thing at a time,
 * and a run that fails does not poison the next.
 *
 * One thread a realm: several workers with one thread each need no cross-origin isolation, and
 * keep working where threads are not to be had. Every graph is asked for its probability output
 * alone.
 */
import * as ort from 'onnxruntime-web/wasm'

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

let tail: Promise<unknown> = Promise.resolve()

/** Starts `work` when all that was queued before it has settled, well or badly. */
function queued<Value>(work: () => Promise<Value>): Promise<Value> {
  const run = tail.catch(() => undefined).then(work)
  tail = run
  return run
}

/**
 * Compiles a graph.
 *
 * @param input name of its only input
 * @param output name of its probability output
 * @throws where the runtime cannot read the bytes, or the names are not those of the graph
 */
export async function openGraph(bytes: Uint8Array, input: string, output: string): Promise<Graph> {
  const session = await queued(() =>
    ort.InferenceSession.create(bytes, { executionProviders: ['wasm'], graphOptimizationLevel: 'all', logSeverityLevel: 3 }),
  )
  // Compiled by now: the runtime holds its own copy, and 14 MB a worker are given back.
  delete ort.env.wasm.wasmBinary
  if (session.inputNames.length !== 1 || session.inputNames[0] !== input || !session.outputNames.includes(output)) {
    await session.release()
    throw new Error(`the graph has inputs ${session.inputNames.join(', ')} and outputs ${session.outputNames.join(', ')}, not "${input}" and "${output}"`)
  }
  return {
    run: (values, dimensions) =>
      queued(async () => {
        const tensor = new ort.Tensor('float32', values, dimensions)
        try {
          const outputs = await session.run({ [input]: tensor }, [output])
          const result = outputs[output]!
          try {
            if (!(result.data instanceof Float32Array)) throw new Error(`the output "${output}" is ${result.type}, not float32`)
            return result.data
          } finally {
            result.dispose()
          }
        } finally {
          tensor.dispose()
        }
      }),
    close: () => queued(() => session.release()),
  }
}
