// `npm run bench [-- --runs N] [-- --no-write] [-- --only charts]`: builds the app, drops the reference
// job on it in a browser, and prints what a person waits for beside what we hold ourselves to. Writes
// docs/bench.json and the table of README.md. `--only charts` measures the pictures of the Thresholds
// screen anew and keeps what the last whole run measured; both parts tell their date and load.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { browserFlags, findBrowser } from './browser.mjs'
import { measureCharts } from './bench/chart-steps.mjs'
import { median } from './bench/median.mjs'
import { measurePython } from './bench/python.mjs'
import { labelledRows, writeReferenceJob } from './bench/reference-job.mjs'
import { markdownTable, writeIntoReadme } from './bench/report.mjs'
import { measureCancel, measureJob } from './bench/run-job.mjs'
import { measureSizes } from './bench/sizes.mjs'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' }, 'no-write': { type: 'boolean', default: false }, only: { type: 'string' } } })
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs "${values.runs}" is not a whole number from 1.`)
  process.exit(2)
}
if (values.only !== undefined && values.only !== 'charts') {
  console.error(`--only "${values.only}" is nothing that can be measured apart: charts.`)
  process.exit(2)
}

const browserPath = findBrowser({ mayInstall: true })
if (!browserPath) {
  console.error('No Chromium could be found or installed: set CHROMIUM_PATH to one.')
  process.exit(2)
}

const say = (text) => console.error(text)
const medians = (results) => Object.fromEntries(Object.keys(results[0]).map((key) => [key, median(results.map((result) => result[key]))]))

async function repeated(title, times, measure) {
  const results = []
  for (let run = 1; run <= times; run++) {
    say(`${title}, run ${run} of ${times} ...`)
    results.push(await measure())
  }
  return results
}

/** Serves the built app until `stop`; resolves when it answers. */
async function serve(port) {
  const server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'preview', '--outDir', dist, '--host', '127.0.0.1', '--port', String(port), '--strictPort'], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) throw new Error(`nothing can be served at port ${port}: set BENCH_PORT to a free one`)
    if (await fetch(url).then((response) => response.ok, () => false)) return { url, stop: () => server.kill() }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  server.kill()
  throw new Error('the built app did not answer')
}

async function browserVersion() {
  const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags })
  const version = browser.version()
  await browser.close()
  return version
}

// In a folder of its own: a `dist` that is being served stays as it is.
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const dist = join(folder, 'dist')
say('Building ...')
const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] })
if (built.status !== 0) process.exit(built.status ?? 1)

const server = await serve(Number(process.env.BENCH_PORT ?? 4187))
const app = { browserPath, url: server.url }
const moment = () => ({ load: loadavg()[0], date: new Date().toISOString().slice(0, 10) })

async function charts() {
  const labelled = join(folder, 'labelled.csv')
  await writeReferenceJob(labelled, labelledRows, { labelled: true })
  say('Pictures at a million labelled rows ...')
  const before = moment()
  return { ...before, ...(await measureCharts({ ...app, cores: 2 }, labelled)) }
}

async function everything() {
  const million = join(folder, 'million.csv')
  const small = join(folder, 'small.csv')
  const bytes = await writeReferenceJob(million, 1_000_000)
  await writeReferenceJob(small, 100_000)
  const machine = { browser: await browserVersion(), cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown', ...moment() }
  const jobs = {
    small: medians(await repeated('100,000 rows', runs, () => measureJob({ ...app, cores: 2 }, small))),
    two: medians(await repeated('1,000,000 rows, two scoring workers', runs, () => measureJob({ ...app, cores: 2, withSlider: true }, million))),
    one: medians(await repeated('1,000,000 rows, one scoring worker', runs, () => measureJob({ ...app, cores: 1 }, million))),
  }
  const cancel = median(await repeated('Cancel', runs, () => measureCancel({ ...app, cores: 2 }, million)))
  const drawn = await charts()
  say('Python ...')
  return { format_version: 1, runs, machine, reference: { rows: 1_000_000, bytes }, jobs, cancel, charts: drawn, sizes: measureSizes(dist), python: measurePython(million) }
}

try {
  const file = join('docs', 'bench.json')
  const figures = values.only === 'charts' ? { ...JSON.parse(readFileSync(file, 'utf8')), charts: await charts() } : await everything()
  const table = markdownTable(figures)
  console.log(table)
  if (!values['no-write']) {
    mkdirSync('docs', { recursive: true })
    writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
    say(writeIntoReadme('README.md', table) ? 'Written to docs/bench.json and README.md.' : 'Written to docs/bench.json; README.md has no place for the table.')
  }
} finally {
  server.stop()
  rmSync(folder, { recursive: true })
}
