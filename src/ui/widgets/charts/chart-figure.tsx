import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import styles from './chart-figure.module.css'

/** The numbers of a chart as a table: the first cell of a row is its header. */
export interface TableTwin {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface ChartFigureProps {
  readonly name: string
  /** One or two plain sentences: how to read the chart. */
  readonly description: ReactNode
  readonly legend?: ReactNode
  readonly twin: TableTwin
  /** False inside of a panel that has a frame of its own. */
  readonly framed?: boolean
  readonly children: ReactNode
}

/**
 * A chart with its name, how to read it, and its numbers as a table. The table is always there for
 * those who do not see the chart; the button shows it to everyone.
 */
export function ChartFigure({ name, description, legend, twin, framed = true, children }: ChartFigureProps) {
  const id = useId()
  // Inside of a panel the chart stands below the panel's own heading.
  const Heading = framed ? 'h3' : 'h4'
  const [tableShown, setTableShown] = useState(false)
  return (
    <figure className={framed ? styles['framed'] : styles['figure']} aria-labelledby={`${id}-name`} aria-describedby={`${id}-description`}>
      <figcaption className={styles['caption']}>
        <div className={styles['head']}>
          <Heading id={`${id}-name`} className={styles['name']}>
            {name}
          </Heading>
          <button type="button" className={styles['toggle']} aria-expanded={tableShown} aria-controls={`${id}-table`} onClick={() => setTableShown(!tableShown)}>
            {tableShown ? 'Hide table' : 'Show as table'}
          </button>
        </div>
        <p id={`${id}-description`} className={styles['description']}>
          {description}
        </p>
        {legend}
      </figcaption>
      {children}
      <div
        id={`${id}-table`}
        className={tableShown ? styles['table'] : 'visually-hidden'}
        {...(tableShown ? { tabIndex: 0, role: 'group', 'aria-label': `${name}, table` } : {})}
      >
        <Twin twin={twin} />
      </div>
    </figure>
  )
}

function Twin({ twin }: { readonly twin: TableTwin }) {
  return (
    <table>
      <caption>{twin.caption}</caption>
      <thead>
        <tr>
          {twin.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {twin.rows.map(([first, ...cells]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {cells.map((cell, column) => (
              <td key={twin.columns[column + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
