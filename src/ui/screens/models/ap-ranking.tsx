import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { formatScore } from '../../format/format-score'
import { ChartFigure } from '../../widgets/charts/chart-figure'
import { IntervalPlot, type IntervalRow } from '../../widgets/charts/interval-plot'
import { comparedRows } from './compared-rows'

const colours = { model: 'var(--chart-1)', rule: 'var(--chart-2)', ceiling: 'var(--chart-muted)' } as const

/** Average precision of everything measured, from the best down, with intervals. */
export function ApRanking({ set }: { readonly set: MeasuredSet }) {
  const rows = [...comparedRows(set)].sort((a, b) => b.measured.average_precision.value - a.measured.average_precision.value)
  const drawn = rows.map(
    ({ key, name, kind, measured }): IntervalRow => ({ key, name, ...measured.average_precision, colour: colours[kind], hollow: kind !== 'model' }),
  )
  return (
    <ChartFigure
      name="Average precision, best first"
      description="Filled dots are models, hollow ones are rules of thumb. The bar is the 95% interval; the dashed line is the base rate, which random checks would reach."
      twin={{
        caption: 'Average precision with 95% interval',
        columns: ['Ranked by', 'Kind', 'AP', 'From', 'To'],
        rows: rows.map(({ name, kind, measured: { average_precision: ap } }) => [
          name,
          kind,
          formatScore(ap.value),
          formatScore(ap.low),
          formatScore(ap.high),
        ]),
      }}
    >
      <IntervalPlot rows={drawn} reference={set.base_rate} format={formatScore} />
    </ChartFigure>
  )
}
