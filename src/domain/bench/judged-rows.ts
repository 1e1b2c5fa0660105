import { judgedScores } from '../segments/judged-scores'
import { labelKey } from '../segments/segment'
import { cutsByKey, type SegmentThresholds } from '../segments/segment-thresholds'
import type { MeasuredRows } from './measured-rows'
import { splitRows } from './segment-split'

interface Known {
  readonly key: string
  readonly made: MeasuredRows
}

const known = new WeakMap<MeasuredRows, Map<string, Known>>()

/**
 * Rows whose scores of one model are as the common threshold judges them, thresholds by segment standing: every
 * study that compares scores with one threshold then says what the two together do. The rows as they are where
 * no row has a threshold of its own. Kept for the last thresholds asked about, a model.
 *
 * Names of the test worlds' stores and categories are made up: only bands mean the same there.
 */
export function judgedRows(rows: MeasuredRows, model: string, segments: SegmentThresholds | null | undefined): MeasuredRows {
  const scores = rows.scores.get(model)
  if (!segments || !scores || (rows.source === 'test-worlds' && segments.by !== 'velocity')) return rows
  const ofRows = known.get(rows) ?? new Map<string, Known>()
  known.set(rows, ofRows)
  const key = JSON.stringify([segments.by, segments.own])
  const before = ofRows.get(model)
  if (before?.key === key) return before.made
  const split = splitRows(rows, segments.by)
  if (!split) return rows
  const byKey = cutsByKey(segments)
  const cutOf = Float32Array.from(split.labels, (label) => byKey.get(labelKey(label)) ?? NaN)
  const judged = judgedScores(scores, Float32Array.from(split.code, (code) => cutOf[code]!))
  const made: MeasuredRows = { ...rows, scores: new Map([...rows.scores, [model, judged]]) }
  ofRows.set(model, { key, made })
  return made
}
