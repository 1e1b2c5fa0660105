import { memo } from 'react'
import styles from './day-bars.module.css'

interface DayBarsProps {
  /** One bar a day in order, its height as a share of the tallest, 0 to 1. */
  readonly bars: readonly { readonly key: string; readonly height: number }[]
  /** What stands below the first and the last bar. */
  readonly ends: readonly [string, string]
}

/** A small chart of one figure a day, drawn with boxes. The numbers stand in the figure's table. */
export const DayBars = memo(function DayBars({ bars, ends }: DayBarsProps) {
  return (
    <div className={styles['chart']} aria-hidden="true">
      <div className={styles['bars']}>
        {bars.map(({ key, height }) => (
          <span key={key} style={{ height: `${height * 100}%` }} />
        ))}
      </div>
      <div className={styles['ends']}>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  )
})
