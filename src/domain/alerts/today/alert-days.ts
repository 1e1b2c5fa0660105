/** The probabilities of every day, so that alerts a day follow the threshold without a further question. */
import { judgedScores } from '../../segments/judged-scores'
import type { SegmentThresholds } from '../../segments/segment-thresholds'
import { tableCuts } from '../../segments/table-cuts'
import { isCandidate, type EpochDay } from '../../table/extract-table'
import type { AlertSource } from '../alert-source'

export interface AlertDays {
  /** Days with a scored candidate, ascending. */
  readonly day: Int32Array
  /** Length day.length + 1: day i owns probabilities start[i] up to start[i + 1]. */
  readonly start: Int32Array
  /** Ascending within a day. */
  readonly probabilities: Float32Array
}

/**
 * The scored candidates of one model, day by day; a model without scores gives no day. Where segments have
 * thresholds of their own, probabilities stand as the common threshold judges them (`judgedScores`).
 */
export function alertDays(source: AlertSource, model: string, segments: SegmentThresholds | null = null): AlertDays {
  const { table } = source
  const probabilitiesOf = source.scores.get(model)
  const given = probabilitiesOf && segments ? judgedScores(probabilitiesOf, tableCuts(source, segments)) : probabilitiesOf
  let first = Infinity
  let last = -Infinity
  for (let series = 0; series < table.seriesCount; series++) {
    first = Math.min(first, table.day[table.seriesStart[series]!]!)
    last = Math.max(last, table.day[table.seriesStart[series + 1]! - 1]!)
  }
  if (!given || !(last >= first)) return { day: new Int32Array(0), start: new Int32Array(1), probabilities: new Float32Array(0) }

  const counts = new Int32Array(last - first + 1)
  const each = (visit: (offset: number, probability: number) => void) => {
    for (let series = 0; series < table.seriesCount; series++) {
      for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
        const probability = given[row]!
        if (probability === probability && isCandidate(table, series, row)) visit(table.day[row]! - first, probability)
      }
    }
  }
  each((offset) => counts[offset]!++)
  const next = new Int32Array(counts.length)
  for (let offset = 1; offset < counts.length; offset++) next[offset] = next[offset - 1]! + counts[offset - 1]!
  const probabilities = new Float32Array(next.length === 0 ? 0 : next.at(-1)! + counts.at(-1)!)
  each((offset, probability) => (probabilities[next[offset]!++] = probability))

  const days: EpochDay[] = []
  const start = [0]
  counts.forEach((count, offset) => {
    if (count === 0) return
    const from = start.at(-1)!
    probabilities.subarray(from, from + count).sort()
    days.push(first + offset)
    start.push(from + count)
  })
  return { day: Int32Array.from(days), start: Int32Array.from(start), probabilities }
}

export interface DayCount {
  readonly day: EpochDay
  readonly alerts: number
  readonly judged: number
}

/** Alerts of each day at a threshold: bisects each day. */
export function countByDay({ day, start, probabilities }: AlertDays, threshold: number): readonly DayCount[] {
  const cut = Math.fround(threshold)
  return Array.from(day, (each, i) => {
    const from = start[i]!
    const to = start[i + 1]!
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >>> 1
      if (probabilities[middle]! >= cut) high = middle
      else low = middle + 1
    }
    return { day: each, alerts: to - low, judged: to - from }
  })
}
