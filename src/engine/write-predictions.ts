import { ColumnAppender } from '../domain/csv/append-columns'
import type { Dialect } from '../domain/csv/dialect'
import type { PredictionColumns } from '../domain/scoring/prediction-columns'
import type { ByteSource } from './byte-source'
import type { Progress } from './engine'
import { eachPiece } from './read-extract'

/**
 * Reads the extract again and gives it out with the columns of ours behind its own, a piece of
 * text at a time.
 */
export async function writePredictions(
  file: ByteSource,
  dialect: Dialect,
  columns: PredictionColumns,
  records: number,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  write: (text: string) => void | Promise<void>,
): Promise<void> {
  const appender = new ColumnAppender(dialect, columns.headers, (record) => columns.cells(record))
  await eachPiece(file, signal, async (bytes, fraction) => {
    await write(appender.push(bytes))
    onProgress({ step: 'reading', fraction, records: Math.round(fraction * records) })
  })
  await write(appender.finish())
}
