/** Chosen and dropped files with the folders that they lie in, as the engine takes them. */
import type { AppActions } from '../../../store/app-state'

type BroughtFiles = Parameters<AppActions['bringModels']>[0]

/** Files of a file input; those of a folder input know their path. */
export function chosenFiles(list: FileList | null): BroughtFiles {
  return Array.from(list ?? [], (file) => ({ path: file.webkitRelativePath || file.name, blob: file }))
}

/**
 * What was dropped, folders walked to their ends. Call it in the drop event itself: the browser takes
 * the list away afterwards. A file or folder that cannot be read is left out, and missing files are named later.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<BroughtFiles> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry())
  const loose = chosenFiles(transfer.files)
  // Not every browser hands out entries: then files alone can be dropped.
  if (entries.every((entry) => entry === null)) return loose
  return (await Promise.all(entries.flatMap((entry) => (entry ? [filesBelow(entry)] : [])))).flat()
}

async function filesBelow(entry: FileSystemEntry): Promise<BroughtFiles> {
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)))
    return file ? [{ path: entry.fullPath.replace(/^\//, ''), blob: file }] : []
  }
  if (!isDirectory(entry)) return []
  const reader = entry.createReader()
  const within: FileSystemEntry[] = []
  for (;;) {
    // A reader gives its entries in pieces, an empty piece at the end.
    const piece = await new Promise<readonly FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (piece.length === 0) break
    within.push(...piece)
  }
  return (await Promise.all(within.map(filesBelow))).flat()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
