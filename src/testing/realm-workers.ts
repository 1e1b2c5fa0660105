/**
 * Workers that live in the test's own realm: the real servers behind message channels, so that the
 * protocol is crossed as in a browser, structured clones and transfers included.
 */
import { serveExtract } from '../engine/serve-extract'
import { serveScoring } from '../engine/serve-scoring'
import type { Endpoint } from '../engine/protocol'
import type { WorkerMakers } from '../engine/worker-crew'
import type { WorkerLike } from '../engine/worker-line'

export class RealmWorker implements WorkerLike {
  readonly #port: MessagePort
  readonly #far: MessagePort
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  onmessageerror: WorkerLike['onmessageerror'] = null
  terminated = false

  /** @param serve what the worker's script does with its global scope; nothing at all for a worker that hangs */
  constructor(serve: (scope: Endpoint) => void) {
    const channel = new MessageChannel()
    this.#port = channel.port1
    this.#far = channel.port2
    this.#port.onmessage = (event) => {
      if (!this.terminated) this.onmessage?.(event)
    }
    serve(channel.port2)
  }

  postMessage(message: unknown, transfer: Transferable[]): void {
    if (!this.terminated) this.#port.postMessage(message, transfer)
  }

  /** What a browser does when a script throws or cannot be had. */
  crash(): void {
    this.onerror?.(Object.assign(new Event('error'), { message: 'crashed' }) as ErrorEvent)
  }

  garble(): void {
    this.onmessageerror?.(new MessageEvent('messageerror'))
  }

  terminate(): void {
    this.terminated = true
    this.#port.close()
    this.#far.close()
  }
}

export interface RealmMakers extends WorkerMakers {
  /** All that were ever made, in order. */
  readonly extracts: RealmWorker[]
  readonly scorings: RealmWorker[]
}

export function realmMakers(serve: { extract?: (scope: Endpoint) => void; scoring?: (scope: Endpoint) => void } = {}): RealmMakers {
  const extracts: RealmWorker[] = []
  const scorings: RealmWorker[] = []
  const make = (list: RealmWorker[], script: (scope: Endpoint) => void) => {
    const worker = new RealmWorker(script)
    list.push(worker)
    return worker
  }
  return {
    extracts,
    scorings,
    extract: () => make(extracts, serve.extract ?? serveExtract),
    scoring: () => make(scorings, serve.scoring ?? serveScoring),
  }
}
