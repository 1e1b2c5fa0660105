/** Pieces of work that can be cancelled and settle once, whatever happens. */
import type { Outcome } from '../domain/csv/problems'
import { EngineStopped, type EngineFault, type Job } from './engine'
import { cancelled, isOutOfMemory, outOfMemory, unexpected } from './engine-faults'

/** Lets messages be heard: the rest of the work goes on in a later macrotask, without a timer's delay. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      resolve()
    }
    channel.port2.postMessage(null)
  })
}

/** Leaves the work if it was cancelled. */
export function heed(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineStopped(cancelled)
}

/** Waits for `work`, or leaves as soon as the signal is given; what `work` gives after that is dropped. */
export function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new EngineStopped(cancelled))
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

/**
 * Runs `work` to an outcome that never rejects: its own, `cancelled` where the signal was given,
 * the fault of an `EngineStopped`, `out-of-memory` where an allocation failed, else `unexpected`.
 */
export async function toOutcome<Value, Reason>(
  signal: AbortSignal,
  work: () => Promise<Outcome<Value, Reason>>,
): Promise<Outcome<Value, Reason | EngineFault>> {
  try {
    heed(signal)
    const outcome = await work()
    heed(signal)
    return outcome
  } catch (error) {
    if (signal.aborted) return { ok: false, fault: cancelled }
    if (error instanceof EngineStopped) return { ok: false, fault: error.fault }
    return { ok: false, fault: isOutOfMemory(error) ? outOfMemory : unexpected(error) }
  }
}

/** A job over plain async work in this realm. */
export function startJob<Value, Reason>(work: (signal: AbortSignal) => Promise<Outcome<Value, Reason>>): Job<Value, Reason> {
  const control = new AbortController()
  return {
    done: toOutcome(control.signal, () => work(control.signal)),
    cancel: () => control.abort(),
  }
}
