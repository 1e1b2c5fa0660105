/** A row on a narrow screen: the same cells, laid out as a card. */
import type { ReactNode } from 'react'
import type { AlertRow } from '../../../domain/alerts/alert-row'
import type { AlertTableColumn } from './alert-columns'
import styles from './alert-card.module.css'

interface AlertCardProps {
  readonly row: AlertRow | undefined
  readonly columns: readonly AlertTableColumn[]
  /** Column id and what it shows, in the columns' order. */
  readonly cells: readonly (readonly [string, ReactNode])[]
}

/** Words around the bare figures; the other cells speak for themselves. */
const words: Readonly<Record<string, (cell: ReactNode, row: AlertRow) => ReactNode>> = {
  store: (cell) => <>Store {cell}</>,
  onHand: (cell) => (
    <>
      <b>{cell}</b> on hand
    </>
  ),
  daysSinceSale: (cell, row) =>
    row.daysSinceSale === null ? (
      cell
    ) : (
      <>
        <b>{cell}</b> days no sale
      </>
    ),
  missedUnits: (cell) => (
    <>
      <b>{cell}</b> missed
    </>
  ),
  lostSales: (cell) => <>{cell} lost</>,
  agreeing: (cell) => <>{cell} models</>,
}

export function AlertCard({ row, columns, cells }: AlertCardProps) {
  const named = columns.some(({ id }) => id === 'itemName')
  return (
    <div className={styles['card']} role="presentation">
      {cells.map(([id, cell]) => (
        <div role="cell" key={id} className={styles[id === 'sku' && !named ? 'itemName' : id]}>
          {row ? (words[id]?.(cell, row) ?? cell) : cell}
        </div>
      ))}
    </div>
  )
}
