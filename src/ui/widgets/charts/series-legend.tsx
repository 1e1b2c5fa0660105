import type { ReactNode } from 'react'
import type { SeriesLook } from './series-look'
import styles from './series-legend.module.css'

export interface LegendEntry {
  readonly key: string
  readonly name: string
  readonly look: SeriesLook
  readonly note?: ReactNode
  readonly strong?: boolean
}

/** The names of the lines of a chart beside a piece of each line. */
export function SeriesLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles['legend']}>
      {entries.map(({ key, name, look, note, strong }) => (
        <li key={key} className={styles['entry']}>
          <svg width="30" height="8" aria-hidden="true" focusable="false">
            <line
              x1="0"
              x2="30"
              y1="4"
              y2="4"
              stroke={look.colour}
              strokeWidth={strong ? 3 : 2}
              {...(look.dash === null ? {} : { strokeDasharray: look.dash })}
            />
          </svg>
          <span className={strong ? styles['strong'] : undefined}>{name}</span>
          {note !== undefined && <span className={styles['note']}>{note}</span>}
        </li>
      ))}
    </ul>
  )
}
