/** `npm run score`: see README.md beside this file. */
import type { Progress } from '../engine/engine'
import { CannotScore, readScoreOptions } from './score-options'
import { scoreExtractFiles } from './score-extract-files'

const clearLine = '\r\u001b[2K'

function showProgress(title: string, progress: Progress): void {
  if (process.stderr.isTTY) process.stderr.write(`${clearLine}${title} ${Math.floor(progress.fraction * 100)} %`)
}

try {
  const options = readScoreOptions(process.argv.slice(2))
  const { records, rows, badRows } = await scoreExtractFiles(options, { stdin: process.stdin, stdout: process.stdout, onProgress: showProgress })
  if (process.stderr.isTTY) {
    const where = options.out === '-' ? 'standard output' : options.out
    const bad = badRows > 0 ? `; ${badRows} could not be read, see phantom_issue` : ''
    process.stderr.write(`${clearLine}${records} records, ${rows} rows scored${bad}. Written to ${where}.\n`)
  }
} catch (error) {
  if (!(error instanceof CannotScore)) throw error
  process.stderr.write(`${process.stderr.isTTY ? clearLine : ''}${error.message}\n`)
  process.exitCode = 2
}
