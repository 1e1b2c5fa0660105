import type { FeatureSpec } from '../../../../domain/features/feature-spec'
import type { Dependence } from '../../../../domain/insight/insight-question'
import { formatCount, formatProbability, formatUnits } from '../../../format/format-number'

/** Sizes below this are not told from zero: seven decimals say no more to a reader. */
const nearZero = 0.001

/** A value of any feature: few digits where it is large, enough where it is small. */
export function formatValue(value: number): string {
  const size = Math.abs(value)
  if (size === 0 || size >= 10) return formatUnits(value)
  if (size < nearZero) return '≈0'
  return String(Number(value.toPrecision(size < 1 ? 2 : 3)))
}

/** A step of the mean that is worth a word. */
const worthSaying = 0.01

/** What the line does from its lowest to its highest point, in one sentence. */
export function dependenceSentence({ values, mean, rows }: Pick<Dependence, 'values' | 'mean' | 'rows'>, { phrase }: Pick<FeatureSpec, 'phrase'>): string {
  const over = `Over ${formatCount(rows)} rows`
  const lowest = mean.indexOf(Math.min(...mean))
  const highest = mean.indexOf(Math.max(...mean))
  const at = (place: number) => `${formatProbability(mean[place]!)} where “${phrase}” is ${formatValue(values[place]!)}`
  if (mean[highest]! - mean[lowest]! < worthSaying) return `${over} the mean probability hardly moves with it: ${formatProbability(mean[lowest]!)} to ${formatProbability(mean[highest]!)}.`
  return `${over} the mean probability is lowest, ${at(lowest)}, and highest, ${at(highest)}.`
}
