import { countsAt } from './counts-at'
import { alertRate, f1, precision, recall } from './confusion-measures'
import type { ThresholdCurve } from './threshold-curve'

/** The measures at one threshold; NaN where not defined. */
export interface SweepPoint {
  readonly threshold: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly alertRate: number
}

/** Exact measures at `steps + 1` thresholds, evenly from 0 to 1. */
export function thresholdSweep(curve: ThresholdCurve, steps: number): readonly SweepPoint[] {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const threshold = step / steps
    const counts = countsAt(curve, threshold)
    return { threshold, precision: precision(counts), recall: recall(counts), f1: f1(counts), alertRate: alertRate(counts) }
  })
}
