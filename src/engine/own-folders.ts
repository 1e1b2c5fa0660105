/** Which model folders lie among the files that a user brought. */
import type { FileSource } from './load-models'

/** A file with its path, folders parted by /. */
export interface FolderFile {
  readonly path: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Any of these makes a folder a model folder, whole or not. */
const telling: readonly string[] = ['pipeline.onnx', 'model.json', 'threshold.json']
const parts: readonly string[] = [...telling, 'model_card.md']

const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Is this one of the four files of a model folder, by its name? What a Mac adds to archives is not. */
export function isModelFile(path: string): boolean {
  return parts.includes(nameIn(path)) && !path.split('/').includes('__MACOSX')
}

/** Does the name say that this is a zip archive? */
export const isZip = (path: string) => /\.zip$/i.test(path)

/** Paths of the folders that hold model files, sorted: browsers give files in any order. '' is files without a folder. */
export function modelFolders(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.filter((path) => isModelFile(path) && telling.includes(nameIn(path))).map(folderOf))].sort()
}

/** What a folder is called in a sentence: its last part, or the words for files that lie in none. */
export function folderName(folder: string): string {
  return nameIn(folder) || 'the chosen files'
}

/** The files as a source of folders; of two files with one path the last counts. */
export function sourceOf(files: readonly FolderFile[]): FileSource {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]))
  return { read: (path) => Promise.resolve(byPath.get(path) ?? null) }
}
