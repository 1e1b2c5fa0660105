import { memo, useMemo, type ReactNode } from 'react'
import { countsAt, type ConfusionCounts } from '../../../../domain/metrics/counts-at'
import type { RatePoint } from '../../../../domain/metrics/rate-points'
import type { ThresholdCurve } from '../../../../domain/metrics/threshold-curve'
import { selectJudgedCurve } from '../../../../store/segments-selectors'
import { selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatShare, noValue } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { PlotChart, type PlotFloor, type PlotPoint } from '../../../widgets/charts/plot-chart'
import { PlotMarker } from '../../../widgets/charts/plot-overlay'
import { placeOn, roundScale, shareScale } from '../../../widgets/charts/plot-scale'
import { SeriesLegend } from '../../../widgets/charts/series-legend'
import { numberCell, type TwinCell } from '../../../widgets/charts/table-twin'
import type { MeasuredModel } from '../measured-models'

/** Rates at which lines are drawn: closer together where few rows are flagged, which is where thresholds lie. */
const rates = Array.from({ length: 201 }, (_, at) => (at / 200) ** 2)
/** One line of the table in ten points of the chart. */
const tabledEvery = 10

export interface ModelLines {
  readonly name: string
  readonly description: string
  readonly xLabel: string
  readonly yLabel: string
  /** What is drawn against the rates, and where a threshold in use lies. Objects that stay the same. */
  readonly pointsAt: (curve: ThresholdCurve, rates: readonly number[]) => readonly RatePoint[]
  readonly x: (counts: ConfusionCounts) => number
  readonly y: (counts: ConfusionCounts) => number
  readonly yFormat: (y: number) => string
  /** Heights are no shares: the scale follows them. */
  readonly open?: boolean
  /** What random checks give lies on the diagonal. */
  readonly diagonal?: boolean
  /** What random checks give lies at one height. */
  readonly floor?: PlotFloor
}

interface Props {
  readonly lines: ModelLines
  readonly models: readonly MeasuredModel[]
  /** Id of the chosen model: its line is the strong one. */
  readonly chosen: string
  /** Beside each model's name. */
  readonly noteOf?: (model: MeasuredModel) => ReactNode
}

/** One line a model over the same rates, with a marker at each model's threshold. */
export const ModelLinesFigure = memo(function ModelLinesFigure({ lines, models, chosen, noteOf }: Props) {
  const drawn = useMemo(() => drawnLines(lines, models), [lines, models])
  const series = useMemo(() => models.map(({ id, name, look }) => ({ key: id, name, look, strong: id === chosen })), [models, chosen])
  const notes = useMemo(() => models.map((model) => noteOf?.(model)), [models, noteOf])
  return (
    <ChartFigure
      name={lines.name}
      description={lines.description}
      legend={<SeriesLegend entries={series.map((entry, at) => ({ ...entry, ...(notes[at] === undefined ? {} : { note: notes[at] }) }))} />}
      twin={drawn.twin}
      cells={drawn.cells}
      source={models[0]?.source ?? ''}
    >
      <PlotChart
        title={lines.name}
        points={drawn.points}
        series={series}
        xScale={shareScale}
        yScale={drawn.yScale}
        xLabel={lines.xLabel}
        yLabel={lines.yLabel}
        xFormat={formatWholePercent}
        yFormat={lines.yFormat}
        diagonal={lines.diagonal ?? false}
        {...(lines.floor ? { floor: lines.floor } : {})}
      >
        {models.map((model) => (
          <Marker key={model.id} lines={lines} model={model} strong={model.id === chosen} place={drawn.place} />
        ))}
      </PlotChart>
    </ChartFigure>
  )
})

interface MarkerProps {
  readonly lines: ModelLines
  readonly model: MeasuredModel
  readonly strong: boolean
  readonly place: (y: number) => number
}

/** Alone follows the threshold: the lines stay as they are. */
function Marker({ lines, model, strong, place }: MarkerProps) {
  const threshold = useAppStore((state) => selectThreshold(state, model.id))
  // Thresholds by segment stand beside the line, which is of one threshold for all.
  const judged = useAppStore((state) => selectJudgedCurve(state, model.id))
  if (!judged) return null
  const counts = countsAt(judged.curve, threshold)
  const x = lines.x(counts)
  const y = lines.y(counts)
  if (Number.isNaN(x) || Number.isNaN(y)) return null
  return <PlotMarker x={x} y={place(y)} colour={model.look.colour} strong={strong} />
}

function drawnLines({ xLabel, pointsAt, y, yFormat, open }: ModelLines, models: readonly MeasuredModel[]) {
  const columns = models.map(({ curve }) => pointsAt(curve, rates).map(({ counts }) => y(counts)))
  const points = rates.map((rate, at): PlotPoint => {
    const heights = models.map(({ id }, which): [string, number | null] => [id, orNull(columns[which]?.[at])])
    return { ...Object.fromEntries(heights), x: rate }
  })
  const highest = Math.max(0, ...columns.flat().filter(Number.isFinite))
  const yScale = open ? roundScale(0, highest) : shareScale
  const names = models.map(({ name }) => name)
  return {
    points,
    yScale,
    place: (height: number) => placeOn(yScale, height),
    twin: {
      caption: 'Read off at some rates, closer together where few rows are flagged',
      columns: [xLabel, ...names],
      rows: rates.flatMap((rate, at): (readonly TwinCell[])[] => (at % tabledEvery === 0 ? [[numberCell(rate, formatShare), ...columns.map((column) => numberCell(column[at] ?? NaN, (value) => (Number.isNaN(value) ? noValue : yFormat(value))))]] : [])),
    },
    cells: { headers: [xLabel, ...names], rows: rates.map((rate, at) => [rate, ...columns.map((column) => orNull(column[at]))]) },
  }
}

const orNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
