import { useId, type ReactNode } from 'react'
import { IntervalTrack, MarkLegend, type TrackMark, type TrackScale } from './charts/interval-track'
import styles from './measured-table.module.css'

/** A figure as text; its 95 % interval, or what else belongs to it, stands small below. */
export interface TableCell {
  readonly text: string
  readonly interval?: string
  readonly note?: string
}

export interface TableRow {
  readonly key: string
  readonly name: string
  /** What the row is, small below its name. */
  readonly note?: ReactNode
  readonly cells: readonly TableCell[]
  readonly marks: readonly TrackMark[]
}

export interface RowGroup {
  readonly key: string
  /** null where all rows are of one kind. */
  readonly name: string | null
  readonly note?: string
  readonly rows: readonly TableRow[]
}

/** The picture beside the figures, one track a row. */
export interface TablePicture {
  readonly name: string
  readonly scale: TrackScale
  readonly format: (value: number) => string
  readonly legend: Parameters<typeof MarkLegend>[0]['entries']
  readonly lanes?: boolean
}

interface MeasuredTableProps {
  readonly caption: string
  readonly rowsAre: string
  readonly columns: readonly string[]
  readonly groups: readonly RowGroup[]
  readonly picture: TablePicture
  readonly children?: ReactNode
}

/**
 * Figures with their intervals, and beside each row their picture. It always fits its frame: where
 * that is narrow, a row becomes a block whose figures carry their own names. The roles are written
 * out because such a block would else be no table any more.
 */
export function MeasuredTable({ caption, rowsAre, columns, groups, picture, children }: MeasuredTableProps) {
  const id = useId()
  const shown = groups.filter(({ rows }) => rows.length > 0)
  return (
    <figure className={styles['frame']} aria-labelledby={id}>
      <figcaption className={styles['caption']}>
        <strong id={id}>{caption}</strong>
        {picture.legend.length > 0 && <MarkLegend entries={picture.legend} />}
      </figcaption>
      <div className={columns.length > 6 ? styles['manyColumns'] : styles['fewColumns']}>
        <table role="table" aria-labelledby={id} className={styles['table']}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {rowsAre}
              </th>
              {columns.map((name) => (
                <th key={name} role="columnheader" scope="col">
                  {name}
                </th>
              ))}
              <td className={styles['picture']} aria-hidden="true">
                {picture.name}
                <Ends picture={picture} />
              </td>
            </tr>
          </thead>
          {shown.map((group) => (
            <tbody key={group.key} role="rowgroup">
              {group.name !== null && (
                <tr role="row" className={styles['group']}>
                  <th role="rowheader" scope="rowgroup" colSpan={columns.length + 2}>
                    {group.name} {group.note !== undefined && <span>{group.note}</span>}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <Row key={row.key} row={row} columns={columns} picture={picture} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {children}
    </figure>
  )
}

function Row({ row, columns, picture }: { readonly row: TableRow; readonly columns: readonly string[]; readonly picture: TablePicture }) {
  return (
    <tr role="row" className={styles['row']}>
      <th role="rowheader" scope="row">
        {row.name}
        {row.note !== undefined && <small>{row.note}</small>}
      </th>
      {row.cells.map((cell, at) => (
        <td key={columns[at]} role="cell">
          <span className={styles['label']} aria-hidden="true">
            {columns[at]}
          </span>
          {cell.text}
          {cell.interval !== undefined && (
            <small>
              <span className="visually-hidden">95% interval </span>
              {cell.interval}
            </small>
          )}
          {cell.note !== undefined && <small>{cell.note}</small>}
        </td>
      ))}
      <td className={styles['picture']} aria-hidden="true">
        <IntervalTrack scale={picture.scale} marks={row.marks} lanes={picture.lanes ?? false} />
        <span className={styles['label']}>
          <Ends picture={picture} named />
        </span>
      </td>
    </tr>
  )
}

function Ends({ picture: { name, scale, format }, named = false }: { readonly picture: TablePicture; readonly named?: boolean }) {
  return (
    <span className={styles['ends']}>
      <span>{format(scale.from)}</span>
      {named && <span>{name}</span>}
      <span>{format(scale.to)}</span>
    </span>
  )
}
