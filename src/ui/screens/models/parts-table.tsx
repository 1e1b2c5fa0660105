import { formatCount, formatShare, formatUnits } from '../../format/format-number'
import { formatScore, formatWholePercent } from '../../format/format-score'
import type { TrackMark } from '../../widgets/charts/interval-track'
import { estimateCell } from './estimate-cell'
import { MeasuredTable, type TableRow } from '../../widgets/measured-table'
import type { Part, PartMeasure, ScoreColumn } from './part-scores'
import { scaleTop } from './scale-top'

const measures: Readonly<Record<PartMeasure, { readonly name: string; readonly format: (value: number) => string; readonly ends: (value: number) => string }>> = {
  average_precision: { name: 'AP', format: formatScore, ends: formatUnits },
  recall_at_precision_90: { name: 'Recall at precision .90', format: formatShare, ends: formatWholePercent },
  precision: { name: 'Precision', format: formatShare, ends: formatWholePercent },
  recall: { name: 'Recall', format: formatShare, ends: formatWholePercent },
}

/** What a measure is called where it is chosen. */
export function partMeasureName(measure: PartMeasure): string {
  return measures[measure].name
}

interface PartsTableProps {
  readonly caption: string
  readonly rowsAre: string
  readonly parts: readonly Part[]
  readonly columns: readonly ScoreColumn[]
  readonly measure: PartMeasure
}

/** One measure of every model in every part, and where they lie beside one another. */
export function PartsTable({ caption, rowsAre, parts, columns, measure }: PartsTableProps) {
  const { name, format, ends } = measures[measure]
  const values = parts.flatMap(({ scores }) => columns.map(({ key }) => scores[key]?.[measure]?.value ?? 0))
  return (
    <MeasuredTable
      caption={caption}
      rowsAre={rowsAre}
      columns={['Phantom rows', ...columns.map((column) => column.name)]}
      groups={[{ key: 'parts', name: null, rows: parts.map((part) => partRow(part, columns, measure, format)) }]}
      picture={{ name, scale: { from: 0, to: scaleTop(values) }, format: ends, legend: columns }}
    />
  )
}

function partRow(part: Part, columns: readonly ScoreColumn[], measure: PartMeasure, format: (value: number) => string): TableRow {
  const estimates = columns.map((column) => ({ column, estimate: part.scores[column.key]?.[measure] }))
  return {
    key: part.key,
    name: part.name,
    ...(part.note === '' ? {} : { note: part.note }),
    cells: [{ text: formatCount(part.positives), note: `of ${formatCount(part.candidates)}` }, ...estimates.map(({ estimate }) => estimateCell(estimate, format))],
    // A picture of figures that say little would say much.
    marks: part.tooFew ? [] : estimates.flatMap(({ column: { key, colour, shape }, estimate }): TrackMark[] => (estimate ? [{ key, value: estimate.value, colour, shape }] : [])),
  }
}
