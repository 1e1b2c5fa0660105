import { ColumnAppender } from '../domain/csv/append-columns'
import { GroupAppender } from '../domain/csv/group-appender'
import type { ReadSummary } from '../domain/csv/read-result'
import { rejectColumns } from '../domain/csv/reject-columns'
import { rejectCells } from '../domain/csv/reject-rows'
import type { PredictionColumns } from '../domain/scoring/prediction-columns'
import type { Progress } from './engine'
import type { ExtractPart } from './extract-parts'
import { eachPiece, eachPieceOf } from './read-extract'

type OnProgress = (progress: Progress) => void
type Write = (text: string) => void | Promise<void>

/**
 * Reads the extract again and gives it out with the columns of ours behind its own, a piece of
 * text at a time. Several files become one: the headers of all, each cell under its own, and a
 * column `phantom_file` with the name of the file that a row comes from.
 */
export async function writePredictions(parts: readonly ExtractPart[], summary: ReadSummary, columns: PredictionColumns, signal: AbortSignal, onProgress: OnProgress, write: Write): Promise<void> {
  const [only, ...others] = parts
  if (!only || others.length > 0) {
    const { files } = summary
    const nameOf = (record: number) => files.findLast(({ firstRecord }) => firstRecord <= record)?.name ?? ''
    const appender = new GroupAppender(files, only?.dialect.delimiter ?? ',', ['phantom_file', ...columns.headers], (record) => [nameOf(record), ...columns.cells(record)])
    return writeGroup(parts, appender, summary.records, signal, onProgress, write)
  }
  const appender = new ColumnAppender(only.dialect, columns.headers, (record) => columns.cells(record))
  await eachPiece(only.file, signal, async (bytes, fraction) => {
    await write(appender.push(bytes))
    onProgress({ step: 'reading', fraction, records: Math.round(fraction * summary.records) })
  })
  await write(appender.finish())
}

/** The rows with something to mend, as they came, each with its file, line, columns and what is wrong behind it; of all problems those that were kept. */
export async function writeRejects(parts: readonly ExtractPart[], summary: ReadSummary, signal: AbortSignal, onProgress: OnProgress, write: Write): Promise<void> {
  const cells = rejectCells(summary.problems, summary.files)
  const appender = new GroupAppender(summary.files, parts[0]?.dialect.delimiter ?? ',', rejectColumns, (record) => cells.get(record) ?? null)
  await writeGroup(parts, appender, summary.records, signal, onProgress, write)
}

async function writeGroup(parts: readonly ExtractPart[], appender: GroupAppender, records: number, signal: AbortSignal, onProgress: OnProgress, write: Write): Promise<void> {
  await eachPieceOf(
    parts,
    signal,
    async ({ dialect }) => {
      await write(appender.nextFile(dialect))
    },
    async (bytes, fraction) => {
      await write(appender.push(bytes))
      onProgress({ step: 'reading', fraction, records: Math.round(fraction * records) })
    },
  )
  await write(appender.finish())
}
