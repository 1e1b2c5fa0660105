import type { Dependence } from '../../../../domain/insight/insight-question'
import { formatCount, formatProbability, formatUnits } from '../../../format/format-number'
import type { Evidence } from './evidence-read'

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
export function dependenceSentence({ values, mean, rows }: Pick<Dependence, 'values' | 'mean' | 'rows'>, { phrase }: Pick<Evidence, 'phrase'>): string {
  const over = `Over ${formatCount(rows)} rows`
  const known = mean.filter((value) => !Number.isNaN(value))
  if (known.length === 0) return `${over} no value gets a score.`
  const lowest = mean.indexOf(Math.min(...known))
  const highest = mean.indexOf(Math.max(...known))
  const at = (place: number) => `${formatProbability(mean[place]!)} where “${phrase}” is ${formatValue(values[place]!)}`
  if (mean[highest]! - mean[lowest]! < worthSaying) return `${over} the mean probability hardly moves with it: ${formatProbability(mean[lowest]!)} to ${formatProbability(mean[highest]!)}.`
  return `${over} the mean probability is lowest, ${at(lowest)}, and highest, ${at(highest)}.`
}

/** What becomes of the rows with the value taken away. NaN: a pipeline that cannot do without it. */
export function whereMissingSentence(probability: number): string {
  return Number.isNaN(probability) ? 'With the value taken away the pipeline gives no score.' : `With the value taken away the mean is ${formatProbability(probability)}.`
}
