/** Thresholds by segment drawn by chance, for properties and store tests. */
import fc from 'fast-check'
import { bands, isOwnableLabel, velocityFrom, type OwnableLabel, type OwnableRespect } from '../domain/segments/segment'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'

const velocities = bands(velocityFrom).filter(isOwnableLabel)

/** Thresholds of these labels, as if they had been accepted. */
export function ownThresholds(by: OwnableRespect, thresholds: readonly (readonly [label: OwnableLabel, threshold: number])[]): SegmentThresholds {
  return {
    by,
    floor: 0.9,
    measuredOn: { source: 'extract', rows: 1_000 },
    own: thresholds.map(([label, threshold]) => ({ label, threshold, positives: 40, heldOut: { found: 18, alerts: 20 } })),
  }
}

/** Hundredths often, so that scores on a grid are met exactly. */
const threshold = fc.oneof(fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100), fc.double({ min: 0, max: 1, noNaN: true }))

/** By velocity, or by names of which some are in the rows and some are not. */
export function drawnSegments(names: Readonly<Record<'store' | 'category' | 'department', readonly string[]>>): fc.Arbitrary<SegmentThresholds> {
  const named = (by: 'store' | 'category' | 'department') =>
    fc.uniqueArray(fc.tuple(fc.constantFrom(...names[by], 'nowhere'), threshold), { minLength: 1, selector: ([name]) => name }).map((own) => ownThresholds(by, own.map(([name, at]) => [{ kind: 'name', name }, at])))
  const byVelocity = fc.uniqueArray(fc.tuple(fc.constantFrom(...velocities), threshold), { minLength: 1, selector: ([label]) => JSON.stringify(label) }).map((own) => ownThresholds('velocity', own))
  return fc.oneof(byVelocity, named('store'), named('category'), named('department'))
}

export const anyThreshold = threshold
