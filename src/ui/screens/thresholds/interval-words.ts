import type { SureScore } from '../../../domain/bench/ranking'

/** "95%: 81.2% to 89.9%", or that too few store-items stand behind a figure; empty while nothing is known of it. */
export function intervalInWords(sure: SureScore | undefined, format: (value: number) => string): string {
  if (sure === undefined || Number.isNaN(sure.value)) return ''
  if (sure.tooFew) return 'too few items for an interval'
  return `95%: ${format(sure.low)} to ${format(sure.high)}`
}
