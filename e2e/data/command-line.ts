/** The command line on a text, as a shell would run it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The file that `npm run score -- extract.csv` writes. */
export function scoreByCommandLine(csv: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'score-'))
  try {
    const [extract, out] = [join(folder, 'extract.csv'), join(folder, 'phantom_predictions.csv')]
    writeFileSync(extract, csv)
    const run = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/cli/score.ts', extract, '--out', out], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`the command line ended with ${run.status ?? run.signal}: ${run.stderr}`)
    return readFileSync(out, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
