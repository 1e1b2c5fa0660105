/** Bytes that are read a piece at a time: a `Blob` is one, and so is a file that Node holds open. */
export interface ByteSource {
  readonly size: number
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

/** One piece: parsed in well under 50 ms, so that a cancel is heard between two. */
export const pieceBytes = 1024 * 1024
