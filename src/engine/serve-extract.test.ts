import { expect, test } from 'vitest'
import type { Endpoint, ExtractReply, ExtractRequest } from './protocol'
import { serveExtract } from './serve-extract'

test('an answer that cannot be posted settles its question with a fault', async () => {
  const heard: ExtractReply[] = []
  let full = true
  const scope: Endpoint = {
    onmessage: null,
    postMessage: (message) => {
      if (full) {
        full = false
        throw new RangeError('Array buffer allocation failed')
      }
      heard.push(message as ExtractReply)
    },
  }
  serveExtract(scope)
  const request: ExtractRequest = { kind: 'curve', id: 7, source: 'extract', model: 'lgbm', segments: null }
  scope.onmessage!(new MessageEvent('message', { data: request }))
  await new Promise((resolve) => setTimeout(resolve))
  expect(heard).toMatchObject([{ kind: 'failed', id: 7, fault: { code: 'out-of-memory' } }])
})
