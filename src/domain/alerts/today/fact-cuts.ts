import { labelKey } from '../../segments/segment'
import { cutsByKey, segmentOf, type SegmentThresholds } from '../../segments/segment-thresholds'
import type { TodayFacts } from './today-facts'

/** Per entry of the facts the threshold that its segment has of its own, as float32; NaN where it follows the common one. */
export function factCuts({ rows, stores, store, places, place, unitsPerDay }: TodayFacts, segments: SegmentThresholds): Float32Array {
  const byKey = cutsByKey(segments)
  const cuts = new Float32Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const { category, department } = places[place[i]!]!
    const label = segmentOf(segments.by, { store: stores[store[i]!]!, category, department, unitsPerDay: unitsPerDay[i]! })
    cuts[i] = byKey.get(labelKey(label)) ?? NaN
  }
  return cuts
}
