import { memo, useMemo } from 'react'
import type { ModelManifest } from '../../../domain/scoring/model-manifest'
import { formatCount, formatShare } from '../../format/format-number'
import { formatWholePercent } from '../../format/format-score'
import { ChartFigure } from '../../widgets/charts/chart-figure'
import { seriesLook } from '../../widgets/charts/series-look'
import { ShareChart } from '../../widgets/charts/share-chart'
import { useSeen } from './use-seen'
import styles from './reliability-figure.module.css'

const series = [{ key: 'observed', name: 'Phantom in truth', look: seriesLook(0) }]

/** What the model said against what was so, on the test worlds. */
export const ReliabilityFigure = memo(function ReliabilityFigure({ name, bins }: { readonly name: string; readonly bins: ModelManifest['calibration'] }) {
  const [place, seen] = useSeen<HTMLDivElement>()
  const points = useMemo(() => bins.map((bin) => ({ x: bin.mean_probability, observed: bin.observed_rate })), [bins])
  return (
    <ChartFigure
      name={`Reliability of ${name}`}
      framed={false}
      description="Each dot is a group of test rows of like probability. On the dashed line, what the model says is what happens; below it, the model is too sure."
      twin={{
        caption: 'Groups of test rows, lowest probability first',
        columns: ['Group', 'Mean probability', 'Phantom in truth', 'Rows'],
        rows: bins.map((bin, at) => [`${at + 1}`, formatShare(bin.mean_probability), formatShare(bin.observed_rate), formatCount(bin.rows)]),
      }}
    >
      <div ref={place} className={styles['place']}>
        {seen && (
          <ShareChart
            title={`Reliability of ${name}`}
            points={points}
            series={series}
            xLabel="Probability said"
            yLabel="Phantom in truth"
            xFormat={formatWholePercent}
            yFormat={formatWholePercent}
            diagonal
            dots
            low
          />
        )}
      </div>
    </ChartFigure>
  )
})
