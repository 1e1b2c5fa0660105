/** The scoring worker's side of the protocol: a block scorer behind a port. */
import { BlockScorer } from './block-scorer'
import type { BlockReply, BlockRequest, Endpoint, ScoringStart, ScoringStarted } from './protocol'

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Waits for the runtime and the models, says how they started, then scores every block that comes on the port. */
export function serveScoring(endpoint: Endpoint): void {
  const started = (message: ScoringStarted) => endpoint.postMessage(message, [])
  endpoint.onmessage = (event: MessageEvent<ScoringStart>) => {
    const { wasm, models, port } = event.data
    BlockScorer.open(wasm, models).then(
      ({ scorer, refused }) => {
        port.onmessage = (block: MessageEvent<BlockRequest>) => void scoreBlock(scorer, port, block.data)
        started({ kind: 'started', refused })
      },
      (error: unknown) => started({ kind: 'not-started', reason: wordsOf(error) }),
    )
  }
}

async function scoreBlock(scorer: BlockScorer, port: Endpoint, { id, task }: BlockRequest): Promise<void> {
  try {
    const result = await scorer.score(task)
    const reply: BlockReply = { kind: 'scored', id, result }
    port.postMessage(reply, Object.values(result).map((scores) => scores.buffer as ArrayBuffer))
  } catch (error) {
    const reply: BlockReply = { kind: 'failed', id, reason: wordsOf(error) }
    port.postMessage(reply, [])
  }
}
