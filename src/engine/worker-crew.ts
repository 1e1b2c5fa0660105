/** One extract worker and a few scoring workers, linked by ports so that the page sees no bulk data. */
import type { CombinedFormula } from '../domain/scoring/combined-score'
import { doesNotRun, type ModelFault } from '../domain/scoring/model-faults'
import { idOf, scoringModelOf, type AnyBytes } from './model-bytes'
import type { BundledWorlds } from './bundled-worlds'
import type { EngineFault } from './engine'
import { workerDied } from './engine-faults'
import type { ExtractRequest, ScoringReply, ScoringRequest, ScoringStart } from './protocol'
import { WorkerLine, type WorkerLike } from './worker-line'
import { watchPulse, type PulseLimits } from './worker-pulse'

export interface WorkerMakers {
  extract(): WorkerLike
  scoring(): WorkerLike
}

export interface CrewNeeds {
  readonly make: WorkerMakers
  readonly scorers: number
  readonly wasm: Blob
  readonly models: readonly AnyBytes[]
  readonly combined: CombinedFormula | null
  readonly worlds: BundledWorlds | null
  readonly pulse: PulseLimits
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
export async function startCrew({ make, scorers, wasm, models, combined, worlds, pulse }: CrewNeeds, onDeath: () => void): Promise<Crew> {
  const workers: WorkerLike[] = []
  const starting: StartingScorer[] = []
  const line = new WorkerLine(make.extract(), pulse, () => {
    for (const scorer of starting) scorer.giveUp()
    for (const worker of workers) worker.terminate()
    onDeath()
  })
  const ports: MessagePort[] = []
  try {
    for (let i = 0; i < scorers; i++) {
      const worker = make.scoring()
      workers.push(worker)
      const channel = new MessageChannel()
      ports.push(channel.port2)
      starting.push(startScorer(worker, { kind: 'start', wasm, models, port: channel.port1 }, line, pulse))
    }
    const refusals = await Promise.all(starting.map(({ refused }) => refused))
    const refused = new Map(refusals.flatMap((one) => [...one]))
    const usable = models.map(scoringModelOf).filter(({ id }) => !refused.has(id))
    const start: ExtractRequest = { kind: 'start', models: usable, combined, worlds, scorers: ports }
    line.tell(start, ports)
    return { line, refused, end: (fault) => line.die(fault) }
  } catch (error) {
    line.die(workerDied)
    throw error
  }
}

interface StartingScorer {
  /** Resolves to the models that this worker refused; rejects where it did not start. */
  readonly refused: Promise<ReadonlyMap<string, ModelFault>>
  /** The crew is gone: nothing more is heard of this worker, and `refused` rejects if it still waits. */
  giveUp(): void
}

/** When this worker dies, while it starts or later, the line dies with it. */
function startScorer(worker: WorkerLike, start: ScoringStart, line: WorkerLine, limits: PulseLimits): StartingScorer {
  const request = (message: ScoringRequest, transfer: Transferable[]) => worker.postMessage(message, transfer)
  let starting = true
  let settle: { readonly resolve: (refused: ReadonlyMap<string, ModelFault>) => void; readonly reject: (reason: Error) => void }
  const refused = new Promise<ReadonlyMap<string, ModelFault>>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // The crew may be given up before anybody waits.
  refused.catch(() => undefined)
  const started = (map: ReadonlyMap<string, ModelFault>) => {
    starting = false
    settle.resolve(map)
  }
  const die = (reason: string) => {
    settle.reject(new Error(reason))
    line.die(workerDied)
  }
  const pulse = watchPulse(
    () => starting || line.isAwaited,
    () => request({ kind: 'ping' }, []),
    () => die('a scoring worker fell silent'),
    limits,
  )
  worker.onmessage = (event: MessageEvent<ScoringReply>) => {
    pulse.heard()
    const reply = event.data
    switch (reply.kind) {
      case 'pong':
        return
      case 'started':
        started(reply.refused)
        return
      case 'not-started':
        // Reading and mapping work without it, so the crew goes on with no model.
        started(new Map(start.models.map(idOf).map((id) => [id, doesNotRun(id, reply.reason)])))
        return
      default:
        reply satisfies never
        die('a scoring worker said something that is not in the protocol')
    }
  }
  worker.onerror = (event) => die(event.message || 'a scoring worker stopped')
  worker.onmessageerror = () => die('a message from a scoring worker could not be read')
  request(start, [start.port])
  return {
    refused,
    giveUp: () => {
      pulse.stop()
      settle.reject(new Error('a worker stopped while the others were starting'))
    },
  }
}
