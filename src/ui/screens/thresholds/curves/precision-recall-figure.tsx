import { memo, useMemo } from 'react'
import type { CellTable } from '../../../../domain/csv/cell-table'
import { averagePrecision } from '../../../../domain/metrics/average-precision'
import { precision, recall } from '../../../../domain/metrics/confusion-measures'
import { countsAt } from '../../../../domain/metrics/counts-at'
import { precisionAtRecalls } from '../../../../domain/metrics/precision-at-recalls'
import { rocAuc } from '../../../../domain/metrics/roc-auc'
import { selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatShare, noValue } from '../../../format/format-number'
import { formatScore, formatThreshold, formatWholePercent } from '../../../format/format-score'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import type { PlotPoint } from '../../../widgets/charts/plot-chart'
import { PlotMarker } from '../../../widgets/charts/plot-overlay'
import { SeriesLegend } from '../../../widgets/charts/series-legend'
import { ShareChart } from '../../../widgets/charts/share-chart'
import type { TableTwin } from '../../../widgets/charts/table-twin'
import type { MeasuredModel } from '../measured-models'

/** 200 steps of recall: every half percent, 201 points a line. */
const drawnSteps = 200
/** One line of the table in ten points of the chart. */
const tabledEvery = 10

interface Props {
  readonly models: readonly MeasuredModel[]
  /** Id of the chosen model: its line is the strong one. */
  readonly chosen: string
}

/** Precision against recall of every measured model, with a marker at each model's threshold. */
export const PrecisionRecallFigure = memo(function PrecisionRecallFigure({ models, chosen }: Props) {
  const { points, twin, cells } = useMemo(() => drawn(models), [models])
  const wanted = useAppStore((state) => state.goals.precision)
  const floor = useMemo(() => ({ at: wanted, label: `wanted: ${formatThreshold(wanted)}` }), [wanted])
  const totals = useMemo(() => models.map(({ curve }) => ({ ap: averagePrecision(curve), auc: rocAuc(curve) })), [models])
  const series = useMemo(
    () => models.map(({ id, name, look }) => ({ key: id, name, look, strong: id === chosen })),
    [models, chosen],
  )
  return (
    <ChartFigure
      name="Precision-recall curve"
      description="Each line is a model, each point a threshold: how many phantom rows it finds (recall, to the right) and how many of its alerts are real (precision, upwards). Up and to the right is better. Dots show the thresholds in use; the dashed line is the precision wanted above."
      legend={
        <SeriesLegend
          entries={series.map((line, at) => ({ ...line, note: `AP ${formatScore(totals[at]!.ap)}, AUC ${formatScore(totals[at]!.auc)}` }))}
        />
      }
      twin={twin}
      cells={cells}
      source={models[0]!.source}
    >
      <ShareChart
        title="Precision-recall curve"
        points={points}
        series={series}
        xLabel="Recall"
        yLabel="Precision"
        xFormat={formatWholePercent}
        yFormat={formatWholePercent}
        floor={floor}
      >
        {models.map((model) => (
          <ModelMarker key={model.id} model={model} strong={model.id === chosen} />
        ))}
      </ShareChart>
    </ChartFigure>
  )
})

/** Alone follows the threshold: the curves stay as they are. */
function ModelMarker({ model, strong }: { readonly model: MeasuredModel; readonly strong: boolean }) {
  const threshold = useAppStore((state) => selectThreshold(state, model.id))
  const counts = countsAt(model.curve, threshold)
  const x = recall(counts)
  const y = precision(counts)
  if (Number.isNaN(x) || Number.isNaN(y)) return null
  return <PlotMarker x={x} y={y} colour={model.look.colour} strong={strong} />
}

interface Drawn {
  readonly points: readonly PlotPoint[]
  readonly twin: TableTwin
  readonly cells: CellTable
}

function drawn(models: readonly MeasuredModel[]): Drawn {
  const curves = models.map(({ curve }) => precisionAtRecalls(curve, drawnSteps))
  const points = Array.from({ length: drawnSteps + 1 }, (_, at) => {
    const heights = models.map(({ id }, which): [string, number | null] => [id, curves[which]![at]?.precision ?? null])
    return { ...Object.fromEntries(heights), x: at / drawnSteps }
  })
  const tabled = points.map((_, at) => at).filter((at) => at % tabledEvery === 0)
  const twin = {
    caption: 'Precision, and the threshold that gives it, at even steps of recall',
    columns: ['Recall at least', ...models.map(({ name }) => name)],
    rows: tabled.map((at) => [formatWholePercent(at / drawnSteps), ...curves.map((curve) => cell(curve[at]))]),
  }
  const cells = {
    headers: ['Recall at least', ...models.flatMap(({ name }) => [`${name}: precision`, `${name}: threshold`])],
    rows: points.map(({ x }, at) => [x, ...curves.flatMap((curve) => [curve[at]?.precision ?? null, curve[at]?.threshold ?? null])]),
  }
  return { points, twin, cells }
}

function cell(point: { readonly precision: number; readonly threshold: number } | undefined): string {
  return point === undefined ? noValue : `${formatShare(point.precision)} at ${point.threshold.toFixed(3)}`
}
