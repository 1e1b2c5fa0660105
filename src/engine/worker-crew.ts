/** One extract worker and a few scoring workers, linked by ports so that the page sees no bulk data. */
import { doesNotRun, type ModelFault } from '../domain/scoring/model-faults'
import type { ModelBytes } from './block-scorer'
import type { EngineFault } from './engine'
import { workerDied } from './engine-faults'
import type { ExtractRequest, ScoringStart, ScoringStarted } from './protocol'
import { WorkerLine, type WorkerLike } from './worker-line'

export interface WorkerMakers {
  extract(): WorkerLike
  scoring(): WorkerLike
}

export interface CrewNeeds {
  readonly make: WorkerMakers
  readonly scorers: number
  readonly wasm: ArrayBuffer
  readonly models: readonly ModelBytes[]
}

export interface Crew {
  readonly line: WorkerLine
  /** Models that could not be opened, with the reason. */
  readonly refused: ReadonlyMap<string, ModelFault>
  /** Ends every worker; what waits settles with `fault`. */
  end(fault: EngineFault): void
}

/**
 * Starts the workers and waits until each has opened its models. A crew lives and dies as one:
 * when any worker dies, all end, what waits settles as `worker-died`, and `onDeath` is called once.
 *
 * @throws where a worker could not start or the runtime did not
 */
export async function startCrew({ make, scorers, wasm, models }: CrewNeeds, onDeath: () => void): Promise<Crew> {
  const workers: WorkerLike[] = []
  const line = new WorkerLine(make.extract(), () => {
    for (const worker of workers) worker.terminate()
    onDeath()
  })
  const ports: MessagePort[] = []
  const starts = Array.from({ length: scorers }, () => {
    const worker = make.scoring()
    workers.push(worker)
    const channel = new MessageChannel()
    ports.push(channel.port2)
    return startScorer(worker, { kind: 'start', wasm, models, port: channel.port1 }, () => line.die(workerDied))
  })
  try {
    const refusals = await Promise.all(starts)
    const refused = new Map(refusals.flatMap((one) => [...one]))
    const usable = models.map(({ manifest }) => manifest).filter(({ id }) => !refused.has(id))
    const start: ExtractRequest = { kind: 'start', models: usable.map(({ id, reads }) => ({ id, reads })), scorers: ports }
    line.tell(start, ports)
    return { line, refused, end: (fault) => line.die(fault) }
  } catch (error) {
    line.die(workerDied)
    throw error
  }
}

/** Resolves to the models that this worker refused; rejects where it did not start. */
function startScorer(worker: WorkerLike, start: ScoringStart, onDeath: () => void): Promise<ReadonlyMap<string, ModelFault>> {
  return new Promise((resolve, reject) => {
    const die = (reason: string) => {
      reject(new Error(reason))
      onDeath()
    }
    worker.onmessage = (event: MessageEvent<ScoringStarted>) => {
      const reply = event.data
      switch (reply.kind) {
        case 'started':
          resolve(reply.refused)
          return
        case 'not-started':
          // Reading and mapping work without it, so the crew goes on with no model.
          resolve(new Map(start.models.map(({ manifest: { id } }) => [id, doesNotRun(id, reply.reason)])))
          return
        default:
          reply satisfies never
          die('a scoring worker said something that is not in the protocol')
      }
    }
    worker.onerror = (event) => die(event.message || 'a scoring worker stopped')
    worker.onmessageerror = () => die('a message from a scoring worker could not be read')
    worker.postMessage(start, [start.port])
  })
}
