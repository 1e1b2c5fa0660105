import { memo, useMemo } from 'react'
import { calibrationError, reliabilityBins, reliabilityByProbability } from '../../../../domain/metrics/reliability'
import { selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatCount, formatShare } from '../../../format/format-number'
import { formatScore, formatWholePercent } from '../../../format/format-score'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { PlotCursor } from '../../../widgets/charts/plot-overlay'
import { ShareChart } from '../../../widgets/charts/share-chart'
import { numberCell } from '../../../widgets/charts/table-twin'
import type { MeasuredModel } from '../measured-models'

/** Groups of equal width for the eye; the error is taken over groups of equal size, as the training does. */
const groups = 20
const errorGroups = 15

/** What the chosen model says against what is so. */
export const CalibrationFigure = memo(function CalibrationFigure({ model }: { readonly model: MeasuredModel }) {
  const { points, series, twin, error } = useMemo(() => {
    const bins = reliabilityByProbability(model.curve, groups)
    return {
      points: bins.map((bin) => ({ x: bin.meanProbability, observed: bin.observedRate })),
      series: [{ key: 'observed', name: 'Phantom in truth', look: model.look, strong: true }],
      twin: {
        caption: 'Rows in groups of like probability, lowest first',
        columns: ['Mean probability', 'Phantom in truth', 'Rows'],
        rows: bins.map((bin) => [numberCell(bin.meanProbability, formatShare), numberCell(bin.observedRate, formatShare), numberCell(bin.rows, formatCount)]),
      },
      error: calibrationError(reliabilityBins(model.curve, errorGroups)),
    }
  }, [model])
  return (
    <ChartFigure
      name="Reliability"
      description={`Each dot is a group of rows to which ${model.name} gives a like probability. On the dashed line, what it says is what happens; below it, it is too sure; above, too careful. On average it is ${formatScore(error)} off. The upright line is the threshold in use.`}
      twin={twin}
      source={model.source}
    >
      <ShareChart title="Reliability" points={points} series={series} xLabel="Probability said" yLabel="Phantom in truth" xFormat={formatWholePercent} yFormat={formatWholePercent} diagonal dots>
        <Cursor model={model.id} />
      </ShareChart>
    </ChartFigure>
  )
})

function Cursor({ model }: { readonly model: string }) {
  return <PlotCursor x={useAppStore((state) => selectThreshold(state, model))} />
}
