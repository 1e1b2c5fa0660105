// `npx tsx tools/bench/studies-speed.ts [ROWS]`: the processor time of each study of the bench with a million
// labelled rows of some 5,600 store-items, in this Node. Goals: a step of the slider within 16 ms, a
// chart within 50 ms. The first answer of a model sorts its scores, which is shown apart.
import { rankedModel } from '../../src/domain/bench/ranked-model'
import { countsAt } from '../../src/domain/metrics/counts-at'
import { study, type StudyName, type StudyQuestion } from '../../src/domain/bench/studies'
import type { MeasuredRows } from '../../src/domain/bench/measured-rows'
import { randomNumbers } from '../../src/testing/random-table'
import { median } from './median.mjs'

const model = 'lgbm'
const days = 180
const stores = 10

/** Store-items that sell for half a year; one in ten has a spell of phantom stock, which scores rise to find. */
function drawRows(rows: number): MeasuredRows {
  const next = randomNumbers(1)
  const labels = new Uint8Array(rows)
  const scores = new Float32Array(rows)
  for (let first = 0; first < rows; first += days) {
    const begins = next() < 0.1 ? Math.floor(next() * days) : days
    const ends = begins + 5 + Math.floor(next() * 30)
    const suspect = next() ** 4
    for (let at = 0; at < days && first + at < rows; at++) {
      const phantom = at >= begins && at < ends
      labels[first + at] = Number(phantom)
      scores[first + at] = phantom ? Math.min(1, ((at - begins + 1) / 12) * (0.3 + 0.7 * next())) : suspect * next() * 0.9
    }
  }
  const column = (of: (row: number) => number): Uint32Array => Uint32Array.from({ length: rows }, (_, row) => of(row))
  return {
    source: 'extract',
    rows,
    labels,
    scores: new Map([[model, scores]]),
    item: column((row) => Math.floor(row / days)),
    items: Math.ceil(rows / days),
    store: column((row) => Math.floor(row / days) % stores),
    stores,
    day: Int32Array.from(labels, (_, row) => 20_000 + (row % days)),
    daysSeen: Uint16Array.from(labels, (_, row) => 28 + (row % days)),
    unitsADay: Float32Array.from(labels, (_, row) => (Math.floor(row / days) % 7) / 2),
    price: Float32Array.from(labels, () => 4),
    groups: new Map(),
  }
}

/** Processor time, which says the same on a busy machine; it holds that of the collector's own threads too. */
const milliseconds = (act: () => unknown): number => {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const rows = drawRows(Number(process.argv[2] ?? 1_000_000))
console.log(`${rows.rows} rows, ${rows.items} store-items`)
console.log(`scores sorted, once a model: ${milliseconds(() => rankedModel(rows, model)).toFixed(0)} ms`)
const curve = rankedModel(rows, model)?.curve
if (!curve) throw new Error('no scores')

const thresholds = Array.from({ length: 40 }, (_, step) => 0.2 + 0.019 * step)
console.log(`counts at a threshold: ${median(thresholds.map((threshold) => milliseconds(() => Array.from({ length: 1000 }, () => countsAt(curve, threshold))) / 1000)).toFixed(4)} ms`)

/** Asks often, with another question each time; prints the first time (which may have to sort), the middle one and the longest of the others. */
function time<Name extends StudyName>(name: Name, what: string, questions: readonly StudyQuestion<Name>[]): void {
  const times = questions.map((question) => milliseconds(() => study(name, rows, question)))
  const later = times.slice(1)
  console.log(`${what}: first ${(times[0] ?? NaN).toFixed(1)} ms, then ${median(later).toFixed(1)} ms, longest ${Math.max(...later).toFixed(1)} ms`)
}

const floors = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]
const payoff = (costOfCheck: number) => ({ costOfCheck, worth: { by: 'price', days: 14, marginShare: 0.3 }, shareRecovered: 0.8, costOfMiss: 0 }) as const
time('interval', 'intervals of all figures at a threshold', thresholds.map((threshold) => ({ model, threshold })))
time('solve', 'most recall at a precision', floors.map((floor) => ({ model, goal: { kind: 'precision', floor, heldOn: 'estimate' } })))
time('solve', 'the same on the lower bound', floors.map((floor) => ({ model, goal: { kind: 'precision', floor, heldOn: 'bound' } })))
time('solve', 'most precision at a recall', floors.map((floor) => ({ model, goal: { kind: 'recall', floor } })))
time('solve', 'checks per store and day, on the mean', floors.map((floor) => ({ model, goal: { kind: 'workload', checks: 20 * floor, on: 'mean' } })))
time('solve', 'checks per store and day, on each', floors.map((floor) => ({ model, goal: { kind: 'workload', checks: Math.round(20 * floor), on: 'each' } })))
time('solve', 'most profit', floors.map((floor) => ({ model, goal: { kind: 'payoff', payoff: payoff(10 * floor) } })))
time('profit', 'profit curve', floors.map((floor) => ({ model, payoff: payoff(10 * floor) })))
time('daysToFind', 'days to find', thresholds.map((threshold) => ({ model, threshold, most: 28 })))
time('precisionAtChecks', 'precision at 1 to 20 checks', floors.map(() => ({ model, most: 20 })))
time('precisionRecallBand', 'band of the precision-recall curve, 100 points', floors.map(() => ({ model, points: 100 })))
