/** A few rows in one line each: what it is, where it stands, and a way to its history. */
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { selectShownLists } from '../../../store/today-selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount, formatProbability, formatUnits } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { placeInFull } from './place-words'
import { useAlertRows } from './use-alert-rows'
import styles from './short-rows.module.css'

interface ShortRowsProps {
  readonly rows: readonly number[]
  readonly onOpen: (row: number) => void
  /** What is said of a row; its chance and its silence where it is left out. */
  readonly saying?: (row: AlertRow) => ReactNode
}

/** Rows shown at first, and more at each wish. */
const atFirst = 10
const more = 50

export function ShortRows({ rows, onOpen, saying }: ShortRowsProps) {
  const [shown, setShown] = useState(atFirst)
  const model = useAppStore((state) => state.today?.model ?? '')
  const severalStores = useAppStore((state) => selectShownLists(state).length > 1)
  const drawn = rows.slice(0, shown)
  const contents = useAlertRows(drawn)
  const usual = (row: AlertRow) => (
    <>
      chance {formatProbability(row.probabilities[model] ?? NaN)}, {formatUnits(row.onHand)} on record,{' '}
      {row.daysSinceSale === null ? 'never sold' : row.daysSinceSale === 0 ? 'sold that day' : `last sold ${formatCount(row.daysSinceSale)} d ago`}
    </>
  )
  return (
    <>
      <ul role="list" className={styles['rows']}>
        {drawn.map((number) => {
          const row = contents.get(number)
          return (
            <li key={number} className={styles['row']}>
              <button type="button" className={styles['open']} onClick={() => onOpen(number)}>
                {row ? (row.itemName ?? `SKU ${row.sku}`) : '…'}
              </button>
              {row && (
                <>
                  {row.itemName !== null && <span className={styles['quiet']}>{row.sku}</span>}
                  <span className={styles['quiet']}>{[severalStores ? `Store ${row.store}` : '', placeInFull(row)].filter((text) => text !== '').join(': ')}</span>
                  <span>{(saying ?? usual)(row)}</span>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {rows.length > drawn.length && (
        <div>
          <Button onClick={() => setShown(shown + more)}>
            Show {formatCount(Math.min(more, rows.length - drawn.length))} more of {formatCount(rows.length)}
          </Button>
        </div>
      )}
    </>
  )
}
