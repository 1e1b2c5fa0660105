/** Files under Node, in the shapes that the engine reads. */
import { open, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ByteSource } from '../engine/byte-source'
import type { FileSource } from '../engine/load-models'

/** The model folders of this project. */
export const modelsFolder = fileURLToPath(new URL('../../public/models', import.meta.url))

/** Files below a folder; a missing one is null. */
export function folderSource(folder: string): FileSource {
  return {
    async read(path) {
      try {
        return new Uint8Array(await readFile(join(folder, path)))
      } catch (error) {
        if (isNoSuchFile(error)) return null
        throw error
      }
    },
  }
}

/** The WebAssembly of the installed onnxruntime-web: the same build that the browser runs. */
export async function readRuntimeWasm(): Promise<Blob> {
  const path = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')
  return new Blob([new Uint8Array(await readFile(path))])
}

/** A file on disk, read a piece at a time; a pipe, of which no size is known, all at once. Rejects as `node:fs` does where it cannot be opened. */
export async function fileBytes(path: string): Promise<{ readonly file: ByteSource; close(): Promise<void> }> {
  const handle = await open(path, 'r')
  const stats = await handle.stat()
  if (stats.isFIFO() || stats.isCharacterDevice()) return { file: await streamBytes(handle.createReadStream()), close: () => handle.close() }
  const { size } = stats
  const file: ByteSource = {
    size,
    slice: (from, to) => ({
      async arrayBuffer() {
        const piece = new Uint8Array(to - from)
        let have = 0
        while (have < piece.length) {
          const { bytesRead } = await handle.read(piece, have, piece.length - have, from + have)
          if (bytesRead === 0) throw new Error('the file became shorter while it was read')
          have += bytesRead
        }
        return piece.buffer
      },
    }),
  }
  return { file, close: () => handle.close() }
}

/** All of a stream, in memory: standard input cannot be read twice, and the predictions need it again. */
export async function streamBytes(stream: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of stream) pieces.push(new Uint8Array(piece))
  return new Blob(pieces)
}

/** Do both paths lead to one file, links followed? False where either leads nowhere. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((path) => stat(path).catch(() => null)))
  return one != null && other != null && one.dev === other.dev && one.ino === other.ino
}

export function isNoSuchFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
