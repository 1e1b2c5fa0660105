/** The worker engine as a browser makes it: real workers, our own origin's files. */
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { fetchSource } from './fetch-source'
import { WorkerEngine } from './worker-engine'

/**
 * Scoring workers where the browser does not say otherwise: one a core, as the extract worker has
 * little to do while they score; more than three gain little and cost 100 MB each.
 */
function defaultScorers(): number {
  return Math.min(3, Math.max(1, navigator.hardwareConcurrency || 1))
}

/** @param scorers scoring workers; by default as many as the machine has cores, three at most */
export function createBrowserEngine(scorers = defaultScorers()): WorkerEngine {
  return new WorkerEngine({
    scorers,
    make: {
      extract: () => new Worker(new URL('./extract-worker.ts', import.meta.url), { type: 'module', name: 'extract' }),
      scoring: () => new Worker(new URL('./scoring-worker.ts', import.meta.url), { type: 'module', name: 'scoring' }),
    },
    wasm: fetchRuntime,
    source: fetchSource(new URL('models/', document.baseURI).href),
  })
}

async function fetchRuntime(): Promise<Blob> {
  const response = await fetch(wasmUrl)
  if (!response.ok || response.headers.get('content-type')?.includes('text/html')) throw new Error('the WebAssembly of the runtime is missing where this app is served')
  return response.blob()
}
