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
        void scorer.warm()
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
        const rooms: ArrayBuffer[] = []
        const result = await scorer.score(request.task, request.givesBack ? (room) => rooms.push(room) : undefined)
        const scores = Object.values(result).map((column) => column.buffer as ArrayBuffer)
        reply({ kind: 'scored', id, result, room: rooms[0] ?? null }, [...scores, ...rooms])
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
