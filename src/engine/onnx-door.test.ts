import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('..', import.meta.url))
const importing = (pattern: RegExp) =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && pattern.test(readFileSync(join(src, path), 'utf8')))
    .map((path) => path.replaceAll('\\', '/'))

test('one file alone imports the ONNX runtime', () => {
  expect(importing(/from 'onnxruntime-web(?:\/[a-z]+)?'/)).toEqual(['engine/onnx-runtime.ts'])
})

test('one file alone makes workers', () => {
  expect(importing(/new Worker\(/)).toEqual(['engine/browser-engine.ts'])
})
