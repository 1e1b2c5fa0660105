/** The models side by side as figures of the report: rows and words are those of the screen. */
import type { Comparison } from '../../../domain/bench/compare'
import { noValue } from '../../format/format-number'
import { formatWholePercent } from '../../format/format-score'
import type { TableRow } from '../../widgets/measured-table'
import { modelColumns, modelRow, overlapOf, pairColumns, pairLegend, pairLooks, pairRow } from '../thresholds/compare/compare-rows'
import { compareCaptions, comparedSentence, sharedSentence, workloadWords, type Workload } from '../thresholds/compare/compare-words'
import { sureLegend } from '../thresholds/sure-cell'
import type { ReportFigure } from './report-content'
import { tracksFigure } from './tracks-figure'

const scale = { from: 0, to: 1 }

interface Compared {
  readonly workload: Workload
  readonly comparison: Comparison
  /** Name of the model that sets the equal workload. */
  readonly like: string
  readonly source: string
  readonly nameOf: (model: string) => string
}

/** Three figures: precision and recall of each model, what each two share, and how right each part is. */
export function compareFigures({ workload, comparison, like, source, nameOf }: Compared): readonly ReportFigure[] {
  const { models, pairs } = comparison
  const where = workload === 'own' ? 'at their own thresholds' : 'at equal workload'
  const sides = tracksFigure({
    name: compareCaptions[workload],
    description: [workloadWords(workload, like), comparedSentence(workload, models, nameOf) ?? ''].join(' ').trim(),
    source,
    rowsAre: 'Model',
    columns: modelColumns,
    rows: models.map((model) => modelRow(model, nameOf)),
    picture: { name: 'Precision and recall', scale, format: formatWholePercent, legend: sureLegend },
  })
  if (pairs.length === 0) return [sides]
  const ids = models.map(({ model }) => model)
  const shared = tracksFigure({
    name: `${compareCaptions.shared}, ${where}`,
    description: sharedSentence(pairs, nameOf) ?? 'Of the rows that either of two models flags, the share that both flag.',
    source,
    rowsAre: 'Model',
    columns: ids.map(nameOf),
    rows: ids.map((row): TableRow => ({ key: row, name: nameOf(row), cells: ids.map((column) => ({ text: row === column ? noValue : formatWholePercent(overlapOf(pairs, row, column)) })), marks: [] })),
    drawn: pairs.map((pair): TableRow => ({ ...pairRow(pair, nameOf), marks: Number.isNaN(pair.overlap) ? [] : [{ key: 'shared', value: pair.overlap, ...pairLooks.both }] })),
    picture: { name: 'Shared', scale, format: formatWholePercent, legend: [{ name: 'flagged by both, of what either flags', ...pairLooks.both }] },
  })
  const parts = tracksFigure({
    name: `${compareCaptions.pairs}, ${where}`,
    description: 'Of the rows that both of two models flag, and that one of them alone flags, the share that is phantom.',
    source,
    rowsAre: 'Two models',
    columns: pairColumns,
    rows: pairs.map((pair) => pairRow(pair, nameOf)),
    picture: { name: 'Precision of each part', scale, format: formatWholePercent, legend: pairLegend },
  })
  return [sides, shared, parts]
}
