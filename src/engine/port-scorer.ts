import type { ModelFault } from '../domain/scoring/model-faults'
import type { BlockScores, BlockScoring, BlockTask } from './block-scorer'
import type { ExplainTask, RowCoalitions } from './explain-row'
import type { AnyBytes } from './model-bytes'
import type { BlockReply, BlockRequest, Endpoint } from './protocol'

interface Waiting {
  /** Takes the reply if it answers what was asked, else tells so. */
  readonly answer: (reply: BlockReply) => boolean
  readonly reject: (reason: Error) => void
}

/** Scores blocks in the realm at the other end of a port. The task's values travel without a copy. */
export class PortScorer implements BlockScoring {
  readonly #port: Endpoint
  readonly #waiting = new Map<number, Waiting>()
  #nextId = 0

  constructor(port: Endpoint) {
    this.#port = port
    port.onmessage = (event: MessageEvent<BlockReply>) => this.#hear(event.data)
  }

  async score(task: BlockTask, giveBack?: (room: ArrayBuffer) => void): Promise<BlockScores> {
    const { result, room } = await this.#ask(
      (id) => ({ kind: 'block', id, task, givesBack: giveBack !== undefined }),
      (reply) => (reply.kind === 'scored' ? reply : null),
    )
    if (room) giveBack?.(room)
    return result
  }

  explain(task: ExplainTask): Promise<RowCoalitions> {
    return this.#ask(
      (id) => ({ kind: 'explain', id, task }),
      (reply) => (reply.kind === 'explained' ? reply.result : null),
    )
  }

  async add(model: AnyBytes): Promise<ModelFault | null> {
    const { fault } = await this.#ask(
      (id) => ({ kind: 'add', id, model }),
      (reply) => (reply.kind === 'added' ? reply : null),
    )
    return fault
  }

  async remove(model: string): Promise<void> {
    await this.#ask(
      (id) => ({ kind: 'remove', id, model }),
      (reply) => (reply.kind === 'removed' ? reply : null),
    )
  }

  #ask<Result>(ask: (id: number) => BlockRequest, resultIn: (reply: BlockReply) => Result | null): Promise<Result> {
    const request = ask(this.#nextId++)
    return new Promise((resolve, reject) => {
      const answer = (reply: BlockReply) => {
        const result = resultIn(reply)
        if (result !== null) resolve(result)
        return result !== null
      }
      this.#waiting.set(request.id, { answer, reject })
      this.#port.postMessage(request, 'task' in request ? [request.task.values.buffer as ArrayBuffer] : [])
    })
  }

  #hear(reply: BlockReply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    switch (reply.kind) {
      case 'scored':
      case 'explained':
      case 'added':
      case 'removed':
        if (waiting?.answer(reply) === false) waiting.reject(new Error('a scoring worker answered another question than it was asked'))
        return
      case 'failed':
        waiting?.reject(new Error(reply.reason))
        return
      default:
        reply satisfies never
    }
  }
}
