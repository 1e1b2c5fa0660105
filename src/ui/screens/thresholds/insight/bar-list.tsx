import styles from './insight-section.module.css'

export interface Bar {
  readonly key: string
  readonly name: string
  /** Share of the widest bar, 0 to 1. */
  readonly width: number
  readonly value: string
}

/** Bars with their names and values, drawn with boxes. The numbers stand in the figure's table. */
export function BarList({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <ul className={styles['bars']} aria-hidden="true">
      {bars.map(({ key, name, width, value }) => (
        <li key={key} className={styles['row']}>
          <span>{name}</span>
          <span className={styles['track']}>
            <span className={styles['bar']} style={{ width: `${width * 100}%` }} />
          </span>
          <span className={styles['value']}>{value}</span>
        </li>
      ))}
    </ul>
  )
}
