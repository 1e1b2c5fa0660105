/** How the threshold moves by keys, buttons and typing. Always between 0 and 1. */
import { stepsAt } from '../../../domain/metrics/counts-at'
import { roundThreshold } from '../../../domain/metrics/round-threshold'
import type { ThresholdCurve } from '../../../domain/metrics/threshold-curve'

export const smallStep = 0.01
export const largeStep = 0.05

/** What - and + do: a hundredth, a thousandth, or to the next setting that changes an alert. */
export const stepKinds = ['0.01', '0.001', 'score'] as const
export type StepKind = (typeof stepKinds)[number]

function onGrid(value: number, perUnit: number): number {
  return Math.min(1, Math.max(0, Math.round(value * perUnit) / perUnit))
}

const toHundredths = (value: number) => onGrid(value, 100)

/** The next threshold on the grid of hundredths, `by` further (negative: down). */
export function stepThreshold(threshold: number, by: number): number {
  return toHundredths(threshold + by)
}

/**
 * The threshold one step further.
 *
 * @param curve whose scores are stepped along; without one, or beyond its ends, a step of that kind leads nowhere
 */
export function stepBy(threshold: number, kind: StepKind, direction: 1 | -1, curve: ThresholdCurve | null): number {
  if (kind === '0.01') return stepThreshold(threshold, direction * smallStep)
  if (kind === '0.001') return onGrid(threshold + direction * 0.001, 1000)
  if (curve === null) return threshold
  const alerted = stepsAt(curve, threshold)
  const next = direction === 1 ? alerted - 2 : alerted
  // Rows that a threshold of their segment's own decides stand above every score: no step leads there.
  return Number.isFinite(curve.scores[next] ?? NaN) ? roundThreshold(curve, next) : threshold
}

/** Where a drag may leave the slider: hundredths. */
export const dragThreshold = toHundredths

/** The threshold that a key asks for; null for a key that does not move it. */
export function thresholdByKey(threshold: number, key: string): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepThreshold(threshold, smallStep)
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepThreshold(threshold, -smallStep)
    case 'PageUp':
      return stepThreshold(threshold, largeStep)
    case 'PageDown':
      return stepThreshold(threshold, -largeStep)
    case 'Home':
      return 0
    case 'End':
      return 1
    default:
      return null
  }
}

/** What was typed, with a decimal point or comma; null unless it is a number from 0 to 1. */
export function parseThreshold(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  if (!/^(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const value = Number(plain)
  return value <= 1 ? value : null
}
