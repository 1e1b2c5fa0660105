// The figures as a table, in the terminal and in README.md between its markers.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chartLines, chartsTable } from './report-charts.mjs'

const start = '<!-- bench:start -->'
const end = '<!-- bench:end -->'

const seconds = (value) => `${value.toFixed(1)} s`
const milliseconds = (value) => `${Math.round(value)} ms`
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`

/** What is measured, how it reads, and the figure that we hold ourselves to. */
function lines({ jobs, cancel, charts, sizes, python }) {
  const { two, one, small } = jobs
  return [
    ['1,000,000 rows: latest day of every store-item on the screen', seconds(two.latest), '4 s'],
    ['1,000,000 rows: all rows, two scoring workers', seconds(two.total), '15 s'],
    ['1,000,000 rows: all rows, one scoring worker', seconds(one.total), '25 s'],
    ['100,000 rows: all rows, two scoring workers', seconds(small.total), '2.5 s'],
    ['The same 1,000,000 rows in Python', python.seconds === null ? `not measured: ${python.reason}` : `${seconds(python.seconds)} (ours takes ${(two.total / python.seconds).toFixed(2)} of it)`, 'at most half of it'],
    ['Renderer memory at its peak, private', `${Math.round(two.megabytes)} MB`, '700 MB'],
    ['Longest task on the main thread', two.longestTask === 0 ? 'none of 50 ms' : milliseconds(two.longestTask), '50 ms'],
    ['From "Cancel" to stopped', milliseconds(cancel), '200 ms'],
    ['One step of the threshold slider at 1,000,000 rows', `${two.sliderStep.toFixed(1)} ms`, '16 ms'],
    ...chartLines(charts),
    ['Script of the first screen, brotli', `${Math.round(sizes.firstScreenScript / 1e3)} kB`, '250 kB'],
    ['WebAssembly, brotli', megabytes(sizes.wasm), '2.7 MB'],
    ['The four models, brotli', megabytes(sizes.models), '5 MB'],
  ]
}

export function markdownTable(figures) {
  const { machine, runs } = figures
  return [
    '| What | Measured | Goal |',
    '|---|---|---|',
    ...lines(figures).map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `Medians of ${runs} ${runs === 1 ? 'run' : 'runs'}, built app in Chromium ${machine.browser}, ${machine.cores} cores (${machine.processor}), load ${machine.load.toFixed(1)} before the runs, ${machine.date}.`,
    '',
    '<details>',
    '<summary>Each picture of the Thresholds screen</summary>',
    '',
    chartsTable(figures.charts),
    '',
    '</details>',
  ].join('\n')
}

/** Replaces what stands between the markers; a README without markers is left as it is. Tells which. */
export function writeIntoReadme(path, table) {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) return false
  writeFileSync(path, `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`)
  return true
}
