/** An extract from bytes to a table, a piece at a time. */
import type { Dialect } from '../domain/csv/dialect'
import { ExtractReader } from '../domain/csv/extract-reader'
import type { FieldName } from '../domain/csv/fields'
import type { Mapping, MappingProposal } from '../domain/csv/mapping'
import type { Outcome } from '../domain/csv/problems'
import { headBytes, proposeMapping } from '../domain/csv/propose-mapping'
import type { ReadResult } from '../domain/csv/read-result'
import { pieceBytes, type ByteSource } from './byte-source'
import { EngineStopped, type Progress } from './engine'
import { unreadableFile } from './engine-faults'
import { breathe, heed, unlessAborted } from './jobs'

/** The pieces of a file, one after the other; leaves when cancelled. */
export async function eachPiece(file: ByteSource, signal: AbortSignal, take: (bytes: Uint8Array, fraction: number) => void | Promise<void>): Promise<void> {
  for (let from = 0; from < file.size; from += pieceBytes) {
    const to = Math.min(file.size, from + pieceBytes)
    const bytes = await unlessAborted(signal, bytesOf(file, from, to))
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

/** Dialect, mapping and questions from the head of a file. `overrides` name a header for a field. */
export async function proposeFor(
  file: ByteSource,
  signal: AbortSignal,
  overrides?: ReadonlyMap<FieldName, string>,
): Promise<Outcome<MappingProposal>> {
  const head = await unlessAborted(signal, bytesOf(file, 0, Math.min(file.size, headBytes)))
  return proposeMapping(head, file.size, overrides)
}

/** Reads the whole file. */
export async function readExtract(
  file: ByteSource,
  dialect: Dialect,
  mapping: Mapping,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Outcome<ReadResult>> {
  const reader = new ExtractReader(dialect, mapping)
  await eachPiece(file, signal, (bytes, fraction) => {
    reader.push(bytes)
    onProgress({ step: 'reading', fraction, records: reader.records })
  })
  return reader.finish()
}
