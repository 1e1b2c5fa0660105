/** Shares that were counted on store-items, as cells and marks of a table. */
import type { SureShare } from '../../../domain/bench/clustered-share'
import type { SureScore } from '../../../domain/bench/ranking'
import { formatShare } from '../../format/format-number'
import type { MarkShape, TrackMark } from '../../widgets/charts/interval-track'
import type { TableCell } from '../../widgets/measured-table'

/** The share with its interval below; where too few store-items stand behind it, that is said in its place. */
export function sureCell({ value, low, high, tooFew }: SureScore, format: (value: number) => string = formatShare): TableCell {
  if (Number.isNaN(value)) return { text: format(value) }
  return tooFew ? { text: format(value), note: 'few items' } : { text: format(value), interval: `${format(low)} to ${format(high)}` }
}

/** The share on a track; none where it is not defined. */
export function sureMarks(key: string, { value, low, high, tooFew }: SureShare, look: { readonly colour: string; readonly shape: MarkShape }): readonly TrackMark[] {
  if (Number.isNaN(value)) return []
  return [{ key, value, ...(tooFew ? {} : { low, high }), ...look }]
}

/** How precision and recall are told apart beside one another. */
export const precisionLook = { colour: 'var(--chart-1)', shape: 'dot' } as const
export const recallLook = { colour: 'var(--chart-2)', shape: 'ring' } as const
export const sureLegend = [
  { name: 'precision', ...precisionLook },
  { name: 'recall', ...recallLook },
] as const
