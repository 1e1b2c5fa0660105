import { memo, useMemo } from 'react'
import type { SureShare } from '../../../../domain/bench/clustered-share'
import type { ChecksPoint } from '../../../../domain/bench/precision-at-checks'
import { useAppStore } from '../../../app-store-context'
import { formatCount, formatShare } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { PlotChart } from '../../../widgets/charts/plot-chart'
import { PlotCursor } from '../../../widgets/charts/plot-overlay'
import { placeOn, roundScale, shareScale, type PlotScale } from '../../../widgets/charts/plot-scale'
import { seriesLook } from '../../../widgets/charts/series-look'
import { SeriesLegend } from '../../../widgets/charts/series-legend'
import { numberCell } from '../../../widgets/charts/table-twin'
import { bandOf } from './band-of'
import type { MeasuredModel } from '../measured-models'

const series = [
  { key: 'precision', name: 'Precision', look: seriesLook(0), strong: true, band: 'precision band' },
  { key: 'recall', name: 'Recall', look: seriesLook(1), strong: true, band: 'recall band' },
]

/** What so many checks find when each store takes its likeliest rows of each day. */
export const ChecksFigure = memo(function ChecksFigure({ model, checks }: { readonly model: MeasuredModel; readonly checks: readonly ChecksPoint[] }) {
  const { points, xScale, twin } = useMemo(() => drawn(model, checks), [model, checks])
  return (
    <ChartFigure
      name="Precision at k checks"
      description={`Each store checks the k rows of each day that ${model.name} holds likeliest, whatever the threshold: how many are real (precision), and how much of all phantom inventory is found (recall), with 95% bands. The upright line is the number of checks wanted above.`}
      legend={<SeriesLegend entries={series} />}
      twin={twin}
      source={model.source}
    >
      <PlotChart
        title="Precision at k checks"
        points={points}
        series={series}
        xScale={xScale}
        yScale={shareScale}
        xLabel="Checks a store and day (k)"
        yLabel="Share"
        xFormat={formatCount}
        yFormat={formatWholePercent}
      >
        <Cursor scale={xScale} />
      </PlotChart>
    </ChartFigure>
  )
})

function drawn({ name }: MeasuredModel, checks: readonly ChecksPoint[]) {
  const both = (sure: SureShare) => [numberCell(sure.value, formatShare), numberCell(sure.low, formatShare), numberCell(sure.high, formatShare)]
  return {
    xScale: roundScale(0, checks.at(-1)?.checks ?? 1, { whole: true }),
    points: checks.map(({ checks: x, precision, recall }) => ({
      x,
      precision: precision.value,
      recall: recall.value,
      'precision band': bandOf(precision),
      'recall band': bandOf(recall),
    })),
    twin: {
      caption: `What ${name} finds by checks a store and day; no interval where too few items stand behind a figure`,
      columns: ['Checks', 'Precision', 'Precision, 95% from', 'Precision, 95% to', 'Recall', 'Recall, 95% from', 'Recall, 95% to'],
      rows: checks.map(({ checks: x, precision, recall }) => [numberCell(x, formatCount), ...both(precision), ...both(recall)]),
    },
  }
}

function Cursor({ scale }: { readonly scale: PlotScale }) {
  const wanted = useAppStore((state) => state.goals.checks)
  return wanted > scale.to ? null : <PlotCursor x={placeOn(scale, wanted)} />
}
