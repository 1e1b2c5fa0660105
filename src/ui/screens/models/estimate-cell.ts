/** Estimates as cells of a table. */
import type { Estimate } from '../../../domain/metrics/measured'
import { noValue } from '../../format/format-number'
import type { TableCell } from '../../widgets/measured-table'

export type MaybeEstimate = Estimate | null | undefined

/** The figure with its interval below; a dash where it does not exist. */
export function estimateCell(estimate: MaybeEstimate, format: (value: number) => string): TableCell {
  if (!estimate) return { text: noValue }
  return { text: format(estimate.value), interval: `${format(estimate.low)} to ${format(estimate.high)}` }
}
