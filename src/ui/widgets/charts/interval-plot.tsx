import styles from './interval-plot.module.css'

/** An estimate with its interval, all from 0 to 1. */
export interface IntervalRow {
  readonly key: string
  readonly name: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly colour: string
  /** A hollow dot, so that two kinds differ by more than colour. */
  readonly hollow: boolean
}

interface IntervalPlotProps {
  readonly rows: readonly IntervalRow[]
  /** A dashed upright line, 0 to 1. */
  readonly reference: number
  readonly format: (value: number) => string
}

const share = (value: number) => `${value * 100}%`

/**
 * One line a row: a dot at the estimate, a bar over its interval, the figure at the end. Drawn with
 * boxes, not with a chart library: rows wrap their names at any width.
 */
export function IntervalPlot({ rows, reference, format }: IntervalPlotProps) {
  return (
    <div className={styles['plot']} aria-hidden="true">
      {rows.map(({ key, name, value, low, high, colour, hollow }) => (
        <div key={key} className={styles['row']}>
          <span className={styles['name']}>{name}</span>
          <span className={styles['track']}>
            <span className={styles['reference']} style={{ left: share(reference) }} />
            <span className={styles['interval']} style={{ left: share(low), width: share(high - low), background: colour }} />
            <span
              className={styles['dot']}
              style={{ left: share(value), borderColor: colour, background: hollow ? 'var(--surface-panel)' : colour }}
            />
          </span>
          <span className={styles['value']}>{format(value)}</span>
        </div>
      ))}
    </div>
  )
}
