import { memo, useMemo } from 'react'
import { thresholdSweep } from '../../../../domain/metrics/threshold-sweep'
import { selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatShare } from '../../../format/format-number'
import { formatScore, formatWholePercent } from '../../../format/format-score'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import type { PlotPoint, PlotSeries } from '../../../widgets/charts/plot-chart'
import { PlotCursor } from '../../../widgets/charts/plot-overlay'
import { SeriesLegend } from '../../../widgets/charts/series-legend'
import { seriesLook } from '../../../widgets/charts/series-look'
import { ShareChart } from '../../../widgets/charts/share-chart'
import { numberCell } from '../../../widgets/charts/table-twin'
import type { MeasuredModel } from '../measured-models'

/** Every half hundredth: 201 points a line. */
const drawnSteps = 200
const tabledEvery = 10

const series: readonly PlotSeries[] = [
  { key: 'precision', name: 'Precision', look: seriesLook(0), strong: true },
  { key: 'recall', name: 'Recall', look: seriesLook(1), strong: true },
  { key: 'f1', name: 'F1', look: seriesLook(2) },
  { key: 'alertRate', name: 'Alert rate', look: seriesLook(3) },
]

const orGap = (share: number) => (Number.isNaN(share) ? null : share)
const hundredths = (threshold: number) => threshold.toFixed(2)

/** Precision, recall, F1 and alert rate of one model against the threshold, with a line at the one in use. */
export const ThresholdSweepFigure = memo(function ThresholdSweepFigure({ model }: { readonly model: MeasuredModel }) {
  const sweep = useMemo(() => thresholdSweep(model.curve, drawnSteps), [model])
  const points = useMemo(
    () =>
      sweep.map(
        (point): PlotPoint => ({ x: point.threshold, precision: orGap(point.precision), recall: orGap(point.recall), f1: orGap(point.f1), alertRate: point.alertRate }),
      ),
    [sweep],
  )
  const twin = useMemo(
    () => ({
      caption: `${model.name} at even thresholds`,
      columns: ['Threshold', 'Precision', 'Recall', 'F1', 'Alert rate'],
      rows: sweep
        .filter((_, at) => at % tabledEvery === 0)
        .map((point) => [
            numberCell(point.threshold, hundredths),
            numberCell(point.precision, formatShare),
            numberCell(point.recall, formatShare),
            numberCell(point.f1, formatScore),
            numberCell(point.alertRate, formatShare),
          ]),
    }),
    [model, sweep],
  )
  return (
    <ChartFigure
      name="Measures by threshold"
      description={`What moving the slider does with ${model.name}: precision mostly rises with the threshold, recall always falls. The upright line is the threshold in use.`}
      legend={<SeriesLegend entries={series} />}
      twin={twin}
      source={model.source}
    >
      <ShareChart title="Measures by threshold" points={points} series={series} xLabel="Threshold" yLabel="Share" xFormat={hundredths} yFormat={formatWholePercent}>
        <Cursor model={model.id} />
      </ShareChart>
    </ChartFigure>
  )
})

function Cursor({ model }: { readonly model: string }) {
  return <PlotCursor x={useAppStore((state) => selectThreshold(state, model))} />
}
