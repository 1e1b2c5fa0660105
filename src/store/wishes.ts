/**
 * What runs on behalf of the user's last wish. A new wish stops all that the former one
 * started; who comes back late asks `isCurrent` and drops the answer.
 */
import type { Job } from '../engine/engine'

export class Wishes {
  #current = 0
  #running: Job<unknown, unknown> | null = null
  #writing: Job<Blob> | null = null

  /** Number of the last wish. */
  get current(): number {
    return this.#current
  }

  isCurrent(wish: number): boolean {
    return wish === this.#current
  }

  /** Stops what runs and gives the new wish its number; `wasWriting`: a download went with it. */
  begin(): { readonly wish: number; readonly wasWriting: boolean } {
    this.#running?.cancel()
    this.#running = null
    const wasWriting = this.#writing !== null
    this.#writing?.cancel()
    this.#writing = null
    return { wish: ++this.#current, wasWriting }
  }

  /** Cancels the running job, whose outcome then decides where that leads; false: none runs. */
  cancelRunning(): boolean {
    this.#running?.cancel()
    return this.#running !== null
  }

  /** A job that a new wish, or `cancel`, stops. Awaits its outcome; null: overtaken meanwhile. */
  async run<Value, Reason>(wish: number, job: Job<Value, Reason>): Promise<Awaited<Job<Value, Reason>['done']> | null> {
    this.#running = job
    const outcome = await job.done
    if (!this.isCurrent(wish)) return null
    this.#running = null
    return outcome
  }

  /** The predictions being written: they belong to the extract as it is scored now. */
  async write(wish: number, job: Job<Blob>): Promise<Awaited<Job<Blob>['done']> | null> {
    this.#writing = job
    const outcome = await job.done
    if (!this.isCurrent(wish)) return null
    this.#writing = null
    return outcome
  }
}
