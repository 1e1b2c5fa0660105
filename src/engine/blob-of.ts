import type { Outcome } from '../domain/csv/problems'

/** A CSV that is written piece by piece, as a file in memory; pieces leave the heap as they are written. */
export async function blobOf(work: (write: (text: string) => void) => Promise<void>): Promise<Outcome<Blob, never>> {
  const pieces: Blob[] = []
  await work((text) => {
    pieces.push(new Blob([text]))
  })
  return { ok: true, value: new Blob(pieces, { type: 'text/csv' }) }
}
