import { memo, useMemo } from 'react'
import type { ProfitCurve } from '../../../../domain/bench/profit'
import { selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatCount, formatMoney, formatShare } from '../../../format/format-number'
import { formatThreshold } from '../../../format/format-score'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { PlotChart } from '../../../widgets/charts/plot-chart'
import { PlotCursor, PlotMarker } from '../../../widgets/charts/plot-overlay'
import { placeOn, roundScale, shareScale } from '../../../widgets/charts/plot-scale'
import { numberCell } from '../../../widgets/charts/table-twin'
import type { MeasuredModel } from '../measured-models'

interface Props {
  readonly model: MeasuredModel
  readonly curve: ProfitCurve
}

const tabled = 20
const hundredths = (threshold: number) => threshold.toFixed(2)

/** What each threshold is worth by the payoff table, a store and morning. */
export const ProfitFigure = memo(function ProfitFigure({ model, curve }: Props) {
  const { points, yScale, series, twin, best, cells } = useMemo(() => drawn(model, curve), [model, curve])
  return (
    <ChartFigure
      name="Profit by threshold"
      description={describe(model, curve)}
      twin={twin}
      cells={cells}
      source={model.source}
    >
      <PlotChart
        title="Profit by threshold"
        points={points}
        series={series}
        xScale={shareScale}
        yScale={yScale}
        xLabel="Threshold"
        yLabel="Profit a store and day"
        xFormat={hundredths}
        yFormat={formatAmount}
        floor={nothing}
      >
        <Cursor model={model.id} />
        <PlotMarker x={curve.best.threshold} y={placeOn(yScale, best)} colour={model.look.colour} strong />
      </PlotChart>
    </ChartFigure>
  )
})

const nothing = { at: 0, label: 'checking nothing', labelAt: 'below right' } as const
const formatAmount = (value: number) => (Number.isInteger(value) || Math.abs(value) >= 100 ? formatCount(value) : value.toFixed(1))

function describe({ name }: MeasuredModel, { best, storeDays, worthKnown }: ProfitCurve): string {
  const at = formatThreshold(best.threshold)
  const what = best.reached
    ? `With ${name} the most is earned at ${at}: ${formatMoney(best.profit / storeDays)} a store and day more than checking nothing.`
    : `With ${name} no threshold is better than checking nothing; the one that loses least is ${at}.`
  const part = worthKnown < 1 ? ` The worth of ${formatShare(worthKnown)} of the phantom rows is known; the others count with the mean of these.` : ''
  return `What finds bring back less what checks and misses cost, in your currency, as of one morning. ${what} The upright line is the threshold in use; losses deeper than the best gain are left out of the picture and stand in the table.${part}`
}

function drawn(model: MeasuredModel, { points, best, storeDays }: ProfitCurve) {
  const each = points.map(({ threshold, counts, profit }) => ({ threshold, alerts: (counts.tp + counts.fp) / storeDays, profit: profit / storeDays })).reverse()
  const highest = best.profit / storeDays
  const lowest = Math.min(0, ...each.map(({ profit }) => profit))
  // A loss on all rows is so deep that the rest would be a flat line.
  const yScale = roundScale(highest > 0 ? Math.max(lowest, -highest) : lowest, Math.max(highest, 0))
  const every = Math.max(1, Math.floor(each.length / tabled))
  const columns = ['Threshold', 'Checks a store and day', 'Profit a store and day']
  return {
    yScale,
    best: highest,
    points: each.map(({ threshold, profit }) => ({ x: threshold, profit: profit < yScale.from ? null : profit })),
    series: [{ key: 'profit', name: 'Profit a store and day', look: model.look, strong: true }],
    twin: {
      caption: `Profit of ${model.name} at some thresholds, in your currency`,
      columns,
      rows: each
        .filter((_, at) => at % every === 0)
        .map(({ threshold, alerts, profit }) => [numberCell(threshold, formatThreshold), numberCell(alerts, (value) => value.toFixed(1)), numberCell(profit, formatMoney)]),
    },
    cells: { headers: columns, rows: each.map(({ threshold, alerts, profit }) => [threshold, alerts, profit]) },
  }
}

function Cursor({ model }: { readonly model: string }) {
  return <PlotCursor x={useAppStore((state) => selectThreshold(state, model))} />
}
