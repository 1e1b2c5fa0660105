/** An extract from bytes to a table, a piece at a time. */
import { ExtractReader } from '../domain/csv/extract-reader'
import type { FieldName } from '../domain/csv/fields'
import type { MappingProposal } from '../domain/csv/mapping'
import type { Outcome } from '../domain/csv/problems'
import { type FileHead, type Layout, proposeGroup } from '../domain/csv/propose-group'
import { headBytes, proposeMapping } from '../domain/csv/propose-mapping'
import type { ReadResult } from '../domain/csv/read-result'
import { pieceBytes, type ByteSource } from './byte-source'
import { EngineStopped, type Progress } from './engine'
import { unreadableFile } from './engine-faults'
import type { ExtractPart, NamedFile } from './extract-parts'
import { breathe, heed, unlessAborted } from './jobs'

/** The pieces of a file, one after the other, each fetched while the one before is taken; leaves when cancelled. */
export async function eachPiece(file: ByteSource, signal: AbortSignal, take: (bytes: Uint8Array, fraction: number) => void | Promise<void>): Promise<void> {
  const fetchFrom = (from: number) => {
    const piece = bytesOf(file, from, Math.min(file.size, from + pieceBytes))
    // Whoever leaves early never hears of its failure; whoever takes it does.
    piece.catch(() => undefined)
    return piece
  }
  let next = file.size > 0 ? fetchFrom(0) : null
  for (let to = 0; next; ) {
    const bytes = await unlessAborted(signal, next)
    // It became shorter since it was given: half of a file is not what was asked for.
    if (bytes.length === 0) throw new EngineStopped(unreadableFile)
    to += bytes.length
    next = to < file.size ? fetchFrom(to) : null
    await take(bytes, to / file.size)
    await breathe()
    heed(signal)
  }
}

async function bytesOf(file: ByteSource, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer())
  } catch {
    throw new EngineStopped(unreadableFile)
  }
}

/** Dialect, mapping and questions from the head of a file. */
export async function proposeFor(file: ByteSource, signal: AbortSignal): Promise<Outcome<MappingProposal>> {
  const head = await unlessAborted(signal, bytesOf(file, 0, Math.min(file.size, headBytes)))
  return proposeMapping(head, file.size)
}

/** Of many files less is read of each: so many bytes are enough for its header and some days. */
const leastHeadBytes = 64 * 1024

/** One mapping for each set of headers among several files, from the head of each. `overrides` name a header for a field. */
export async function proposeGroupFor(files: readonly NamedFile[], signal: AbortSignal, overrides?: ReadonlyMap<FieldName, string>): Promise<Outcome<readonly Layout[]>> {
  const most = Math.max(leastHeadBytes, Math.floor(headBytes / files.length))
  const heads: FileHead[] = []
  for (const { name, file } of files) {
    heads.push({ name, head: await unlessAborted(signal, bytesOf(file, 0, Math.min(file.size, most))), totalBytes: file.size })
    await breathe()
    heed(signal)
  }
  return proposeGroup(heads, overrides)
}

/** The pieces of several files, one file after the other; `fraction` is that of all bytes. */
export async function eachPieceOf(parts: readonly ExtractPart[], signal: AbortSignal, begin: (part: ExtractPart, at: number) => void | Promise<void>, take: (bytes: Uint8Array, fraction: number) => void | Promise<void>): Promise<void> {
  const total = Math.max(1, parts.reduce((sum, { file }) => sum + file.size, 0))
  let before = 0
  for (const [at, part] of parts.entries()) {
    await begin(part, at)
    await eachPiece(part.file, signal, (bytes, fraction) => take(bytes, (before + fraction * part.file.size) / total))
    before += part.file.size
  }
}

/** Reads all of an extract's files, in this order; at least one. */
export async function readExtract(parts: readonly ExtractPart[], signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Outcome<ReadResult>> {
  const [first] = parts
  const reader = new ExtractReader(first!.dialect, first!.mapping, first!.name)
  await eachPieceOf(
    parts,
    signal,
    ({ dialect, mapping, name }, at) => {
      if (at > 0) reader.nextFile(dialect, mapping, name)
    },
    (bytes, fraction) => {
      reader.push(bytes)
      onProgress({ step: 'reading', fraction, records: reader.records })
    },
  )
  return reader.finish()
}
