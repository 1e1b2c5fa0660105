/** The page's end of the line to the extract worker: every question is answered once, or settled when the worker dies. */
import type { Outcome } from '../domain/csv/problems'
import type { EngineFault, Progress } from './engine'
import { cancelled, unexpected, workerDied } from './engine-faults'
import type { Endpoint, ExtractAnswer, ExtractQuestions, ExtractReply, ExtractRequest, QuestionKind } from './protocol'
import { watchPulse, type Pulse, type PulseLimits } from './worker-pulse'

/** What we use of a `Worker`; tests give their own. */
export interface WorkerLike extends Endpoint {
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  terminate(): void
}

export interface Hooks {
  readonly onProgress?: (progress: Progress) => void
  readonly onLatest?: (models: readonly string[]) => void
}

interface Waiting extends Hooks {
  /** Takes the reply if it is the right one, else tells so. */
  readonly answer: (reply: ExtractReply) => boolean
  readonly fail: (fault: EngineFault) => void
}

export interface Asked<Answer> {
  readonly answer: Promise<Answer>
  /** Settles at once as cancelled; the worker stops at its next block, and what it still says is dropped. */
  cancel(): void
}

export class WorkerLine {
  readonly #worker: WorkerLike
  readonly #onDeath: () => void
  readonly #waiting = new Map<number, Waiting>()
  readonly #pulse: Pulse
  #nextId = 0
  #dead = false

  /** `onDeath` is called once, after all waiting questions were settled. */
  constructor(worker: WorkerLike, limits: PulseLimits, onDeath: () => void) {
    this.#worker = worker
    this.#onDeath = onDeath
    worker.onmessage = (event: MessageEvent<ExtractReply>) => this.#hear(event.data)
    worker.onerror = () => this.die(workerDied)
    worker.onmessageerror = () => this.die(workerDied)
    this.#pulse = watchPulse(
      () => this.isAwaited,
      () => this.tell({ kind: 'ping' }, []),
      () => this.die(workerDied),
      limits,
    )
  }

  /** Does anybody wait for an answer? */
  get isAwaited(): boolean {
    return this.#waiting.size > 0
  }

  ask<Kind extends QuestionKind>(kind: Kind, question: ExtractQuestions[Kind], hooks: Hooks = {}): Asked<ExtractAnswer<Kind>> {
    const id = this.#nextId++
    const { promise, resolve } = withResolvers<ExtractAnswer<Kind>>()
    // Every answer is an outcome, so that a fault of the engine's own fits each of them.
    const fail = (fault: EngineFault) => resolve({ ok: false, fault } satisfies Outcome<never, EngineFault>)
    if (this.#dead) fail(workerDied)
    else {
      this.#waiting.set(id, {
        ...hooks,
        fail,
        answer: (reply) => {
          if (reply.kind !== kind || !('outcome' in reply)) return false
          const outcome: unknown = reply.outcome
          resolve(outcome as ExtractAnswer<Kind>)
          return true
        },
      })
      try {
        this.#worker.postMessage({ kind, id, ...question }, [])
      } catch (error) {
        this.#waiting.delete(id)
        fail(unexpected(error))
      }
    }
    const cancel = () => {
      if (!this.#waiting.delete(id)) return
      this.tell({ kind: 'cancel', id }, [])
      fail(cancelled)
    }
    return { answer: promise, cancel }
  }

  /** Posts a message that has no answer. */
  tell(request: ExtractRequest, transfer: Transferable[]): void {
    this.#worker.postMessage(request, transfer)
  }

  /** Settles all that waits with `fault` and ends the worker. Only the first call counts. */
  die(fault: EngineFault): void {
    if (this.#dead) return
    this.#dead = true
    this.#pulse.stop()
    this.#worker.terminate()
    for (const waiting of this.#waiting.values()) waiting.fail(fault)
    this.#waiting.clear()
    this.#onDeath()
  }

  #hear(reply: ExtractReply): void {
    this.#pulse.heard()
    if (reply.kind === 'pong') return
    const waiting = this.#waiting.get(reply.id)
    // Cancelled meanwhile: nobody waits.
    if (!waiting) return
    switch (reply.kind) {
      case 'progress':
        waiting.onProgress?.(reply.progress)
        return
      case 'latest':
        waiting.onLatest?.(reply.models)
        return
      case 'failed':
        this.#waiting.delete(reply.id)
        waiting.fail(reply.fault)
        return
      case 'propose':
      case 'open':
      case 'proposeGroup':
      case 'openGroup':
      case 'rejects':
      case 'score':
      case 'view':
      case 'today':
      case 'latestScores':
      case 'alertDays':
      case 'rows':
      case 'history':
      case 'explain':
      case 'whatIf':
      case 'insight':
      case 'drift':
      case 'expected':
      case 'curve':
      case 'ruleCurves':
      case 'study':
      case 'tellChecks':
      case 'predictions':
      case 'unpack':
      case 'settlePipeline':
      case 'addModel':
      case 'removeModel':
        this.#waiting.delete(reply.id)
        // An answer to another question: the worker is not in its right mind.
        if (!waiting.answer(reply)) {
          waiting.fail(workerDied)
          this.die(workerDied)
        }
        return
      default:
        reply satisfies never
        this.die(workerDied)
    }
  }
}

function withResolvers<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((give) => {
    resolve = give
  })
  return { promise, resolve }
}
