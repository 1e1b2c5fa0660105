/** The columns of the Alerts table: what each shows, and when it is shown at all. */
import type { ReactNode } from 'react'
import type { AlertColumn, AlertRow, AlertScope } from '../../../domain/alerts/alert-row'
import type { AppState } from '../../../store/app-state'
import { formatDay } from '../../format/format-day'
import { formatCount, formatMoney, formatProbability, formatUnits, noValue } from '../../format/format-number'
import { FindingMark } from '../findings/finding-mark'
import styles from './alerts-table.module.css'

export interface CellContext {
  readonly model: string
  readonly agreeing: (row: AlertRow) => { readonly agreeing: number; readonly of: number }
}

export interface AlertTableColumn {
  readonly id: AlertColumn | 'agreeing'
  readonly label: string
  /** Width as a track of the table's grid. */
  readonly track: string
  readonly numeric: boolean
  readonly orderable: boolean
  /** Shown in a window too small for all columns; what is not stands in the drawer. */
  readonly inShort: boolean
  readonly shown: (opened: NonNullable<AppState['opened']>, scope: AlertScope) => boolean
  readonly cell: (row: AlertRow, context: CellContext) => ReactNode
}

const always = () => true

export const alertColumns: readonly AlertTableColumn[] = [
  { id: 'store', label: 'Store', track: 'minmax(4.5rem, 0.6fr)', numeric: false, orderable: true, inShort: true, shown: always, cell: (row) => row.store },
  { id: 'sku', label: 'SKU', track: 'minmax(5rem, 0.9fr)', numeric: false, orderable: true, inShort: true, shown: always, cell: (row) => <SkuCell row={row} /> },
  {
    id: 'itemName',
    label: 'Item',
    track: 'minmax(8rem, 2fr)',
    numeric: false,
    orderable: true,
    inShort: true,
    shown: ({ summary }) => !summary.missingFields.some(({ field }) => field === 'item_name'),
    cell: (row) => row.itemName ?? noValue,
  },
  {
    id: 'category',
    label: 'Category',
    track: 'minmax(7rem, 1.5fr)',
    numeric: false,
    orderable: true,
    inShort: false,
    shown: ({ categories }) => categories.length > 0,
    cell: (row) => row.category ?? noValue,
  },
  {
    id: 'day',
    label: 'Day',
    track: '6.75rem',
    numeric: false,
    orderable: true,
    inShort: true,
    shown: (_opened, scope) => scope.kind === 'all',
    cell: (row) => formatDay(row.day),
  },
  { id: 'onHand', label: 'On-hand', track: '5.25rem', numeric: true, orderable: true, inShort: true, shown: always, cell: (row) => formatUnits(row.onHand) },
  {
    id: 'daysSinceSale',
    label: 'Days since sale',
    track: '5.5rem',
    numeric: true,
    orderable: true,
    inShort: true,
    shown: always,
    cell: (row) => (row.daysSinceSale === null ? 'never sold' : formatCount(row.daysSinceSale)),
  },
  { id: 'missedUnits', label: 'Units missed', track: '5.25rem', numeric: true, orderable: true, inShort: true, shown: always, cell: (row) => formatUnits(row.missedUnits) },
  {
    id: 'lostSales',
    label: 'Lost sales',
    track: '6rem',
    numeric: true,
    orderable: true,
    inShort: true,
    shown: ({ hasPrice }) => hasPrice,
    cell: (row) => (row.lostSales === null ? noValue : formatMoney(row.lostSales)),
  },
  {
    id: 'probability',
    label: 'Probability',
    track: 'minmax(6rem, 9rem)',
    numeric: true,
    orderable: true,
    inShort: true,
    shown: always,
    cell: (row, { model }) => <ProbabilityCell value={row.probabilities[model] ?? NaN} />,
  },
  {
    id: 'agreeing',
    label: 'Models agreeing',
    track: '5.75rem',
    numeric: true,
    orderable: false,
    inShort: false,
    shown: always,
    cell: (row, { agreeing }) => {
      const count = agreeing(row)
      return `${count.agreeing} of ${count.of}`
    },
  },
]

/** A checked item says so where it stands. */
function SkuCell({ row }: { readonly row: AlertRow }) {
  return (
    <>
      {row.sku}
      <FindingMark row={row} />
    </>
  )
}

function ProbabilityCell({ value }: { readonly value: number }) {
  return (
    <span className={styles['probability']}>
      <span className={styles['bar']} aria-hidden="true">
        <span className={styles['fill']} style={{ width: `${Math.round((Number.isNaN(value) ? 0 : value) * 100)}%` }} />
      </span>
      {formatProbability(value)}
    </span>
  )
}
