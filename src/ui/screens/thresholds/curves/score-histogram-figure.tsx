import { memo, useMemo } from 'react'
import { scoreHistogram } from '../../../../domain/metrics/score-histogram'
import { selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatCount } from '../../../format/format-number'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { Histogram } from '../../../widgets/charts/histogram'
import { PlotCursor } from '../../../widgets/charts/plot-overlay'
import { seriesLook } from '../../../widgets/charts/series-look'
import { numberCell } from '../../../widgets/charts/table-twin'
import type { MeasuredModel } from '../measured-models'

const bins = 50
const hundredths = (probability: number) => probability.toFixed(2)
const ticks = ['0.00', '0.25', '0.50', '0.75', '1.00']

/** Where the probabilities of phantom and of sound rows lie, with a line at the threshold in use. */
export const ScoreHistogramFigure = memo(function ScoreHistogramFigure({ model }: { readonly model: MeasuredModel }) {
  const { bars, twin } = useMemo(() => {
    const histogram = scoreHistogram(model.curve, bins)
    // Most rows are sound and lie near 0: without the logarithm nothing else could be seen.
    const tallest = Math.log1p(Math.max(1, ...histogram.map((bin) => Math.max(bin.phantom, bin.sound))))
    return {
      bars: histogram.map((bin) => ({ key: bin.from.toFixed(2), above: Math.log1p(bin.phantom) / tallest, below: Math.log1p(bin.sound) / tallest })),
      twin: {
        caption: `Rows by probability of ${model.name}`,
        columns: ['Probability from', 'below', 'Phantom', 'Not phantom'],
        rows: histogram.map((bin) => [numberCell(bin.from, hundredths), numberCell(bin.to, hundredths), numberCell(bin.phantom, formatCount), numberCell(bin.sound, formatCount)]),
      },
    }
  }, [model])
  return (
    <ChartFigure
      name="Rows by probability"
      description="Rows to the right of the upright line are alerts: those above the axis are found, those below it are false alarms. Heights are logarithmic, so that few rows can be seen beside many: the table has the counts."
      twin={twin}
      source={model.source}
    >
      <Histogram bars={bars} aboveName="Phantom" belowName="Not phantom" aboveColour={seriesLook(0).colour} belowColour={seriesLook(1).colour} ticks={ticks}>
        <Cursor model={model.id} />
      </Histogram>
    </ChartFigure>
  )
})

function Cursor({ model }: { readonly model: string }) {
  return <PlotCursor x={useAppStore((state) => selectThreshold(state, model))} />
}
