/** The list on paper: each store begins a page; head and key stand on every page. */
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { useAppStore } from '../../app-store-context'
import { formatDay } from '../../format/format-day'
import { countOf, formatMoney, formatUnits } from '../../format/format-number'
import { outcomeChoices } from '../findings/outcome-words'
import { lastSold, reasonInShort } from './count-line'
import type { StoreCounts } from './gather-count-list'
import type { Paper } from './paper'
import styles from './count-list.module.css'

interface CountListProps {
  readonly stores: readonly StoreCounts[]
  readonly paper: Paper
}

export function CountList({ stores, paper }: CountListProps) {
  return (
    <div className={`${styles['list'] ?? ''} ${styles[paper] ?? ''}`}>
      {stores.map((counts) => (
        <StoreSheet key={counts.store} counts={counts} />
      ))}
    </div>
  )
}

function StoreSheet({ counts: { store, day, count, groups } }: { readonly counts: StoreCounts }) {
  const file = useAppStore((state) => state.file?.name ?? '')
  const rows = groups.flatMap((group) => group.rows)
  const withBin = rows.some(({ bin }) => bin !== null)
  const withPrice = rows.some(({ price }) => price !== null)
  const columns = 7 + (withBin ? 1 : 0) + (withPrice ? 1 : 0)
  return (
    <section className={styles['store']}>
      <h1 className={styles['title']}>Count list, store {store}</h1>
      <p className={styles['who']}>
        {countOf(count, 'shelf', 'shelves')} to check · Counted by ____________________ Date ____________
      </p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <td colSpan={columns} className={styles['head']}>
              Store {store} · stock record at close of {formatDay(day)} · {file}
            </td>
          </tr>
          <tr>
            <th scope="col">Done</th>
            {withBin && <th scope="col">Bin</th>}
            <th scope="col">Item</th>
            {withPrice && (
              <th scope="col" className={styles['number']}>
                Price
              </th>
            )}
            <th scope="col" className={styles['number']}>
              On record
            </th>
            <th scope="col">Last sold</th>
            <th scope="col">Why look</th>
            <th scope="col">Counted</th>
            <th scope="col">Found 1–{outcomeChoices.length}</th>
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td colSpan={columns} className={styles['foot']}>
              Found: {outcomeChoices.map(({ key, label, hint }) => `${key} ${label.toLowerCase()} (${hint.charAt(0).toLowerCase()}${hint.slice(1)})`).join(' · ')}. Look on the
              shelf, in the backroom and in the wrong place before you write 1.
            </td>
          </tr>
        </tfoot>
        {groups.map(({ heading, rows: together }, g) => (
          <tbody key={g}>
            {heading !== null && (
              <tr className={styles['group']}>
                <th scope="rowgroup" colSpan={columns}>
                  {heading}
                </th>
              </tr>
            )}
            {together.map((row) => (
              <CountRow key={row.row} row={row} withBin={withBin} withPrice={withPrice} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function CountRow({ row, withBin, withPrice }: { readonly row: AlertRow; readonly withBin: boolean; readonly withPrice: boolean }) {
  return (
    <tr className={styles['row']}>
      <td>
        <span className={styles['tick']} />
      </td>
      {withBin && <td className={styles['oneLine']}>{row.bin ?? ''}</td>}
      <td className={styles['item']}>
        <span className={styles['name']}>{row.itemName ?? ''}</span>
        <span className={styles['sku']}>{row.sku}</span>
      </td>
      {withPrice && <td className={styles['number']}>{row.price === null ? '' : formatMoney(row.price)}</td>}
      <td className={`${styles['number'] ?? ''} ${styles['record'] ?? ''}`}>{formatUnits(row.onHand)}</td>
      <td className={styles['oneLine']}>{lastSold(row)}</td>
      <td>{reasonInShort(row)}</td>
      <td className={styles['room']} />
      <td className={styles['room']} />
    </tr>
  )
}
