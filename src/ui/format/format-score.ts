/** Scores and thresholds, where two decimals are not enough or percents are read at a glance. */
import { noValue } from './format-number'

const wholePercents = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })

/** 0.912 -> "91%": for axes and for speech. NaN (not defined) gives a dash, never 0. */
export function formatWholePercent(share: number): string {
  return Number.isNaN(share) ? noValue : wholePercents.format(share)
}

/** A score that is no share of anything countable (F1, AP, AUC): three decimals. */
export function formatScore(score: number): string {
  return Number.isNaN(score) ? noValue : score.toFixed(3)
}

/** A threshold with two decimals, and more (six at most) where it has them. */
export function formatThreshold(threshold: number): string {
  const [whole, decimals = ''] = threshold.toFixed(6).split('.')
  return `${whole ?? ''}.${decimals.slice(0, 2)}${decimals.slice(2).replace(/0+$/, '')}`
}
