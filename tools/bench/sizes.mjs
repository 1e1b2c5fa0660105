// What a first visit downloads, compressed as a good host would.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const brotli = (path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Bytes in brotli: scripts of the first screen, the WebAssembly, all four graphs. */
export function measureSizes(dist) {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(([, path]) => join(dist, path))
  const all = filesBelow(dist)
  const sum = (paths) => paths.reduce((bytes, path) => bytes + brotli(path), 0)
  return {
    firstScreenScript: sum([...new Set(scripts)]),
    wasm: sum(all.filter((path) => path.endsWith('.wasm'))),
    models: sum(all.filter((path) => path.endsWith('.onnx'))),
  }
}
