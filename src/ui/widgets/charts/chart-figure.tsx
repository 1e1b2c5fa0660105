import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { tableCsv, type CellTable } from '../../../domain/csv/cell-table'
import { saveFile } from '../save-file'
import { chartFileName } from './chart-file-name'
import { pictureSvg } from './picture/picture-svg'
import { notInPicture, readPicture } from './picture/read-picture'
import { TwinTable, twinCells, type TableTwin } from './table-twin'
import styles from './chart-figure.module.css'

interface ChartFigureProps {
  readonly name: string
  /** One or two plain sentences: how to read the chart. */
  readonly description: ReactNode
  readonly legend?: ReactNode
  readonly twin: TableTwin
  /** What the CSV file holds where it is more than the twin. */
  readonly cells?: CellTable
  /** Which rows the figures are of, such as "Simulated test worlds, 466,741 rows". */
  readonly source?: string
  /** False inside of a panel that has a frame of its own. */
  readonly framed?: boolean
  readonly children: ReactNode
}

const outside = { [notInPicture]: '' }

/**
 * A chart with its name, how to read it, its source, and its numbers as a table. The table is always
 * there for those who do not see the chart; a button shows it to everyone. The picture can be saved
 * as an SVG file that stands alone, the numbers as CSV.
 */
export function ChartFigure({ name, description, legend, twin, cells, source, framed = true, children }: ChartFigureProps) {
  const id = useId()
  const figure = useRef<HTMLElement>(null)
  // Inside of a panel the chart stands below the panel's own heading.
  const Heading = framed ? 'h3' : 'h4'
  const [tableShown, setTableShown] = useState(false)

  function savePicture() {
    if (!figure.current) return
    saveFile(new Blob([pictureSvg(name, readPicture(figure.current))], { type: 'image/svg+xml' }), chartFileName(name, source ?? null, 'svg'))
  }

  function saveNumbers() {
    // The mark in front tells spreadsheets that the text is UTF-8.
    saveFile(new Blob(['\uFEFF', tableCsv(cells ?? twinCells(twin))], { type: 'text/csv;charset=utf-8' }), chartFileName(name, source ?? null, 'csv'))
  }

  return (
    <figure ref={figure} className={framed ? styles['framed'] : styles['figure']} aria-labelledby={`${id}-name`} aria-describedby={`${id}-description`}>
      <figcaption className={styles['caption']}>
        <div className={styles['head']}>
          <Heading id={`${id}-name`} className={styles['name']}>
            {name}
          </Heading>
          <div className={styles['tools']} {...outside}>
            <button type="button" className={styles['tool']} aria-expanded={tableShown} aria-controls={`${id}-table`} onClick={() => setTableShown(!tableShown)}>
              {tableShown ? 'Hide table' : 'Show as table'}
            </button>
            <button type="button" className={styles['tool']} aria-label={`SVG: save the picture of ${name}`} onClick={savePicture}>
              SVG
            </button>
            <button type="button" className={styles['tool']} aria-label={`CSV: save the numbers of ${name}`} onClick={saveNumbers}>
              CSV
            </button>
          </div>
        </div>
        <p id={`${id}-description`} className={styles['description']}>
          {description}
        </p>
        {legend}
      </figcaption>
      {children}
      {source !== undefined && <p className={styles['source']}>{`Source: ${source}`}</p>}
      <div
        id={`${id}-table`}
        className={tableShown ? styles['table'] : 'visually-hidden'}
        {...outside}
        {...(tableShown ? { tabIndex: 0, role: 'group', 'aria-label': `${name}, table` } : {})}
      >
        <TwinTable twin={twin} />
      </div>
    </figure>
  )
}
