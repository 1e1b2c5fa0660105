import { memo, useMemo } from 'react'
import type { DaysToFind } from '../../../../domain/bench/days-to-find'
import { countOf, formatCount, formatShare, formatUnits } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { PlotChart } from '../../../widgets/charts/plot-chart'
import { roundScale, shareScale } from '../../../widgets/charts/plot-scale'
import { numberCell } from '../../../widgets/charts/table-twin'
import { bandOf } from './band-of'
import type { MeasuredModel } from '../measured-models'

/** How soon spells of phantom stock are found at the threshold in use. */
export const DaysToFindFigure = memo(function DaysToFindFigure({ model, found }: { readonly model: MeasuredModel; readonly found: DaysToFind }) {
  const { points, series, xScale, twin } = useMemo(() => drawn(model, found), [model, found])
  return (
    <ChartFigure name="Days to find" description={describe(model, found)} twin={twin} source={model.source}>
      <PlotChart
        title="Days to find"
        points={points}
        series={series}
        xScale={xScale}
        yScale={shareScale}
        xLabel="Days since the spell began"
        yLabel="Spells found"
        xFormat={formatCount}
        yFormat={formatWholePercent}
        stepped
      />
    </ChartFigure>
  )
})

function describe({ name }: MeasuredModel, { spells, seenFromStart, found, medianDays }: DaysToFind): string {
  const median = Number.isNaN(medianDays) ? '' : ` Half of those found were found within ${formatUnits(medianDays)} ${medianDays === 1 ? 'day' : 'days'}.`
  return `A spell is three days or more of phantom stock in a row. At the threshold in use ${name} alerts on ${formatShare(found.value)} of ${countOf(spells, 'spell')} at some time.${median} The line shows how many of the ${formatCount(seenFromStart)} whose first day is known had an alert by each day, with its 95% band.`
}

function drawn(model: MeasuredModel, { withinDays }: DaysToFind) {
  return {
    xScale: roundScale(0, withinDays.at(-1)?.days ?? 1, { whole: true }),
    series: [{ key: 'found', name: 'Spells found', look: model.look, strong: true, band: 'band' }],
    points: withinDays.map(({ days, share }) => ({ x: days, found: Number.isNaN(share.value) ? null : share.value, band: bandOf(share) })),
    twin: {
      caption: `Spells found by ${model.name} within so many days of their first, which is day 0`,
      columns: ['Days', 'Spells found', '95% from', '95% to'],
      rows: withinDays.map(({ days, share }) => [numberCell(days, formatCount), numberCell(share.value, formatShare), numberCell(share.low, formatShare), numberCell(share.high, formatShare)]),
    },
  }
}
