import { memo } from 'react'
import type { ReactNode } from 'react'
import { PlotOverlay } from './plot-overlay'
import styles from './histogram.module.css'

/** One bin: how tall each of the two bars is, 0 to 1. */
export interface HistogramBar {
  readonly key: string
  readonly above: number
  readonly below: number
}

interface HistogramProps {
  readonly bars: readonly HistogramBar[]
  readonly aboveName: string
  readonly belowName: string
  readonly aboveColour: string
  readonly belowColour: string
  readonly ticks: readonly string[]
  readonly children?: ReactNode
}

const wholePlot = { inset: 0 }

/**
 * Two mirrored histograms over the same bins, one upwards and one downwards, so that position
 * tells the classes apart, not colour. Drawn with boxes. `children` is an overlay on the plot.
 */
export function Histogram({ bars, aboveName, belowName, aboveColour, belowColour, ticks, children }: HistogramProps) {
  return (
    <div className={styles['histogram']} aria-hidden="true">
      <span className={styles['name']}>{aboveName}</span>
      <div className={styles['plot']}>
        <Bars bars={bars} aboveColour={aboveColour} belowColour={belowColour} />
        <PlotOverlay inset={wholePlot}>{children}</PlotOverlay>
      </div>
      <span className={styles['name']}>{belowName}</span>
      <div className={styles['ticks']}>
        {ticks.map((tick) => (
          <span key={tick}>{tick}</span>
        ))}
      </div>
    </div>
  )
}

const Bars = memo(function Bars({ bars, aboveColour, belowColour }: Pick<HistogramProps, 'bars' | 'aboveColour' | 'belowColour'>) {
  return (
    <>
      <div className={styles['above']}>
        {bars.map(({ key, above }) => (
          <span key={key} style={{ height: `${above * 100}%`, background: aboveColour }} />
        ))}
      </div>
      <div className={styles['below']}>
        {bars.map(({ key, below }) => (
          <span key={key} style={{ height: `${below * 100}%`, background: belowColour }} />
        ))}
      </div>
    </>
  )
})
