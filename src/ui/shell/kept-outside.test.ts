import { expect, test } from 'vitest'
import { keptOutside } from './kept-outside'

test('bytes, status and type stay, and what was true of the way alone goes', async () => {
  const headers = { 'content-type': 'application/wasm', 'content-encoding': 'gzip', 'content-length': '3', etag: '"a"' }
  const kept = await keptOutside(new Response(Uint8Array.of(0, 97, 115, 109), { status: 200, statusText: 'OK', headers }))
  expect(new Uint8Array(await kept.clone().arrayBuffer())).toEqual(Uint8Array.of(0, 97, 115, 109))
  expect([kept.status, kept.statusText, kept.headers.get('content-type'), kept.headers.get('etag')]).toEqual([200, 'OK', 'application/wasm', '"a"'])
  expect([kept.headers.get('content-encoding'), kept.headers.get('content-length')]).toEqual([null, null])
})

test('a failure and an answer from another address stay as they came', async () => {
  const missing = new Response('no', { status: 404 })
  expect(await keptOutside(missing)).toBe(missing)
  const redirected = Object.defineProperty(new Response('elsewhere'), 'redirected', { value: true })
  expect(await keptOutside(redirected)).toBe(redirected)
})
