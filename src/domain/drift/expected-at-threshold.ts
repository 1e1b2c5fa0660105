/** What to expect of a threshold on an extract that nobody labelled. */
import type { ShareInterval } from '../metrics/wilson-interval'
import { probabilityUnder } from './adjust-probability'
import { binItems, type BinnedItems, type ScoredItems } from './binned-items'
import { phantomShare } from './phantom-share'
import { shareHere, type ShareHere } from './share-here'
import type { EstimatedSolution } from './solve-estimated'

/** Resamplings behind each interval. */
const resamplings = 200

export interface ExpectedMeasures {
  /** Share of all rows that are phantom. */
  readonly share: number
  /** Of the alerts, the share expected to be phantom; NaN without an alert. */
  readonly precision: number
  /** Of the phantom rows expected, the share among the alerts; NaN where none is expected. */
  readonly recall: number
}

/** Three 95 % intervals, by resampling store-items. A measure that is hardly ever defined has NaN. */
export type ExpectedIntervals = { readonly [Measure in keyof ExpectedMeasures]: ShareInterval }

export interface ExpectedAtThreshold {
  readonly threshold: number
  readonly calibrationShare: number
  readonly rows: number
  /** Store-items with a scored row. */
  readonly items: number
  /** Rows at or above the threshold: counted, not estimated. */
  readonly alerts: number
  /** The calibrated probabilities as they are, as if phantom rows were as frequent here as where they were calibrated. */
  readonly asCalibrated: ExpectedMeasures
  /** The same with the share of phantom rows estimated on this extract. */
  readonly adjusted:
    | { readonly status: 'estimated'; readonly expected: ExpectedMeasures; readonly intervals: ExpectedIntervals; readonly information: number }
    | Exclude<ShareHere, { status: 'estimated' }>
  /** What solving for a goal came to, where one was asked for: `threshold` is then what it found. Null where nothing could be solved. */
  readonly solved?: EstimatedSolution | null
}

/**
 * Expected share, precision and recall from calibrated probabilities: of rows with probabilities q,
 * sum(q) are expected to be phantom, so precision is the mean q of the alerts and recall their part
 * of the whole sum. Once with the probabilities as calibrated, once under the share of phantom rows
 * that EM finds on these rows (`phantomShare`).
 *
 * It rests on the model: on its calibration, and on phantom and other rows looking as they did in
 * the worlds of its training. The intervals cover the chance of which store-items are in the extract
 * (drawn with replacement, all rows of one together), not that.
 *
 * @param calibrationShare share of phantom rows among those that the model was calibrated on, above 0 and below 1
 * @param random uniform on [0, 1)
 */
export function expectedAtThreshold(given: ScoredItems, calibrationShare: number, threshold: number, random: () => number): ExpectedAtThreshold {
  const binned = binItems(given, calibrationShare, threshold)
  const { rows, alert, itemStart } = binned
  const owners: number[] = []
  for (let item = 0; item < given.items; item++) if (itemStart[item + 1]! > itemStart[item]!) owners.push(item)
  const total = rows.reduce((sum, count) => sum + count, 0)
  const base = {
    threshold,
    calibrationShare,
    rows: total,
    items: owners.length,
    alerts: rows.reduce((sum, count, bin) => (alert[bin] === 1 ? sum + count : sum), 0),
    asCalibrated: measuresUnder(binned, rows, calibrationShare),
  }
  const here = shareHere(binned, calibrationShare)
  if (here.status !== 'estimated') return { ...base, adjusted: here }
  const intervals = resample(binned, owners, calibrationShare, random)
  return { ...base, adjusted: { status: 'estimated', expected: measuresUnder(binned, rows, here.share), intervals, information: here.information } }
}

/** The measures where bins have `rows` and `share` of all rows are phantom. */
function measuresUnder({ ratios, alert }: BinnedItems, rows: Float64Array, share: number): ExpectedMeasures {
  let total = 0
  let phantom = 0
  let alerts = 0
  let hits = 0
  for (let k = 0; k < ratios.length; k++) {
    if (rows[k] === 0) continue
    const expected = rows[k]! * probabilityUnder(ratios[k]!, share)
    total += rows[k]!
    phantom += expected
    if (alert[k] === 0) continue
    alerts += rows[k]!
    hits += expected
  }
  return { share: phantom / total, precision: hits / alerts, recall: hits / phantom }
}

function resample(binned: BinnedItems, owners: readonly number[], calibrationShare: number, random: () => number): ExpectedIntervals {
  const { ratios, itemStart, bin, count } = binned
  const drawn: Record<keyof ExpectedMeasures, number[]> = { share: [], precision: [], recall: [] }
  const rows = new Float64Array(ratios.length)
  for (let time = 0; time < resamplings; time++) {
    rows.fill(0)
    for (let draw = 0; draw < owners.length; draw++) {
      const item = owners[Math.floor(random() * owners.length)]!
      for (let entry = itemStart[item]!; entry < itemStart[item + 1]!; entry++) rows[bin[entry]!]! += count[entry]!
    }
    const { share, precision, recall } = measuresUnder(binned, rows, phantomShare(ratios, rows, calibrationShare).share)
    drawn.share.push(share)
    drawn.precision.push(precision)
    drawn.recall.push(recall)
  }
  return { share: middle95(drawn.share), precision: middle95(drawn.precision), recall: middle95(drawn.recall) }
}

/** From the 2.5th to the 97.5th percentile of the values that are defined; NaN where fewer than nine in ten are. */
function middle95(values: readonly number[]): ShareInterval {
  const known = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort()
  if (known.length < values.length * 0.9) return { low: NaN, high: NaN }
  const at = (part: number) => known[Math.round(part * (known.length - 1))]!
  return { low: at(0.025), high: at(0.975) }
}
