/** The scoring worker's side of the protocol: a block scorer behind a port. */
import { BlockScorer } from './block-scorer'
import type { BlockReply, BlockRequest, Endpoint, ScoringReply, ScoringRequest, ScoringStart } from './protocol'

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Waits for the runtime and the models, says how they started, then scores every block that comes on the port. Answers signs of life throughout. */
export function serveScoring(endpoint: Endpoint): void {
  const reply = (message: ScoringReply) => endpoint.postMessage(message, [])
  const start = ({ wasm, models, port }: ScoringStart) =>
    BlockScorer.open(wasm, models).then(
      ({ scorer, refused }) => {
        port.onmessage = (block: MessageEvent<BlockRequest>) => void answer(scorer, port, block.data)
        reply({ kind: 'started', refused })
        // A failure costs speed alone: the models have answered when they were opened.
        scorer.warm().catch(() => undefined)
      },
      (error: unknown) => reply({ kind: 'not-started', reason: wordsOf(error) }),
    )
  endpoint.onmessage = (event: MessageEvent<ScoringRequest>) => {
    const request = event.data
    switch (request.kind) {
      case 'start':
        void start(request)
        return
      case 'ping':
        reply({ kind: 'pong' })
        return
      default:
        request satisfies never
    }
  }
}

async function answer(scorer: BlockScorer, port: Endpoint, request: BlockRequest): Promise<void> {
  const { id } = request
  const reply = (message: BlockReply, transfer: Transferable[] = []) => port.postMessage(message, transfer)
  try {
    switch (request.kind) {
      case 'block': {
        const result = await scorer.score(request.task)
        const room = request.givesBack ? (request.task.values.buffer as ArrayBuffer) : null
        const scores = Object.values(result).map((column) => column.buffer as ArrayBuffer)
        reply({ kind: 'scored', id, result, room }, room ? [...scores, room] : scores)
        return
      }
      case 'explain':
        reply({ kind: 'explained', id, result: await scorer.explain(request.task) })
        return
      case 'add':
        reply({ kind: 'added', id, fault: await scorer.add(request.model) })
        return
      case 'remove':
        await scorer.remove(request.model)
        reply({ kind: 'removed', id })
        return
      default:
        request satisfies never
    }
  } catch (error) {
    reply({ kind: 'failed', id, reason: wordsOf(error) })
  }
}
