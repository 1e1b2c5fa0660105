/** The files of a zip archive that a model folder needs; the others are not even unpacked. */
import { unzipSync } from 'fflate'
import { isModelFile, type FolderFile } from './own-folders'

/** Unpacked bytes that one archive may hold in all: many times a model folder, and a bound for a bomb. */
export const mostUnpacked = 256 * 1024 * 1024

/** The model files of an archive; `unreadable`: the reason where it is no zip archive or holds more than `mostUnpacked`. */
export type Unpacked = readonly FolderFile[] | { readonly unreadable: string }

export async function unpackArchive(archive: Blob): Promise<Unpacked> {
  const bytes = new Uint8Array(await archive.arrayBuffer())
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isModelFile(name)) return false
        total += originalSize
        if (total > mostUnpacked) throw new Error(`its model files are larger than ${mostUnpacked / 1024 / 1024} MB`)
        return true
      },
    })
    return Object.entries(files).map(([path, content]) => ({ path, bytes: new Uint8Array(content) }))
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}
