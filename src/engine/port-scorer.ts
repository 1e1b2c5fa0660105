import type { BlockScores, BlockScoring, BlockTask } from './block-scorer'
import type { BlockReply, BlockRequest, Endpoint } from './protocol'

/** Scores blocks in the realm at the other end of a port. The task's values travel without a copy. */
export class PortScorer implements BlockScoring {
  readonly #port: Endpoint
  readonly #waiting = new Map<number, { resolve: (scores: BlockScores) => void; reject: (reason: Error) => void }>()
  #nextId = 0

  constructor(port: Endpoint) {
    this.#port = port
    port.onmessage = (event: MessageEvent<BlockReply>) => this.#hear(event.data)
  }

  score(task: BlockTask): Promise<BlockScores> {
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      const request: BlockRequest = { kind: 'block', id, task }
      this.#port.postMessage(request, [task.values.buffer as ArrayBuffer])
    })
  }

  #hear(reply: BlockReply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    switch (reply.kind) {
      case 'scored':
        waiting?.resolve(reply.result)
        return
      case 'failed':
        waiting?.reject(new Error(reply.reason))
        return
      default:
        reply satisfies never
    }
  }
}
