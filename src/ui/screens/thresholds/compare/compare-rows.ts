/** The comparison as rows of tables. */
import type { AlertedRows, ComparedModel, ComparedPair } from '../../../../domain/bench/compare'
import { formatCount } from '../../../format/format-number'
import { formatThreshold, formatWholePercent } from '../../../format/format-score'
import type { TableCell, TableRow } from '../../../widgets/measured-table'
import { precisionLook, recallLook, sureCell, sureMarks } from '../sure-cell'

type NameOf = (model: string) => string

export const modelColumns = ['Threshold', 'Alerts', 'Precision', 'Recall'] as const

export function modelRow({ model, threshold, counts, precision, recall }: ComparedModel, nameOf: NameOf): TableRow {
  return {
    key: model,
    name: nameOf(model),
    cells: [
      { text: formatThreshold(threshold) },
      { text: formatCount(counts.tp + counts.fp), note: `${formatCount(counts.tp)} phantom` },
      sureCell(precision),
      sureCell(recall),
    ],
    marks: [...sureMarks('precision', precision, precisionLook), ...sureMarks('recall', recall, recallLook)],
  }
}

export const pairColumns = ['Shared', 'Both', 'Only the first', 'Only the second'] as const
/** The parts of a pair's alerts, told apart by shape too. */
export const pairLooks = {
  both: { colour: 'var(--chart-1)', shape: 'dot' },
  onlyA: { colour: 'var(--chart-2)', shape: 'ring' },
  onlyB: { colour: 'var(--chart-3)', shape: 'tick' },
} as const
export const pairLegend = [
  { name: 'both', ...pairLooks.both },
  { name: 'only the first', ...pairLooks.onlyA },
  { name: 'only the second', ...pairLooks.onlyB },
] as const

export function pairRow({ a, b, both, onlyA, onlyB, overlap }: ComparedPair, nameOf: NameOf): TableRow {
  return {
    key: `${a} ${b}`,
    name: `${nameOf(a)} and ${nameOf(b)}`,
    cells: [{ text: formatWholePercent(overlap) }, partCell(both), partCell(onlyA), partCell(onlyB)],
    marks: [
      ...sureMarks('both', both.precision, pairLooks.both),
      ...sureMarks('only the first', onlyA.precision, pairLooks.onlyA),
      ...sureMarks('only the second', onlyB.precision, pairLooks.onlyB),
    ],
  }
}

function partCell({ alerts, phantom, precision }: AlertedRows): TableCell {
  if (alerts === 0) return { text: '0' }
  const text = `${formatCount(alerts)}, ${formatWholePercent(phantom / alerts)} right`
  return precision.tooFew ? { text, note: 'few items' } : { text, interval: `${formatWholePercent(precision.low)} to ${formatWholePercent(precision.high)}` }
}

/** Which part of what either of two models flags both flag, 0 to 1; NaN for a model and itself, and where neither flags. */
export function overlapOf(pairs: readonly ComparedPair[], a: string, b: string): number {
  return pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))?.overlap ?? NaN
}
