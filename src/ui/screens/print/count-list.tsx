/** The list on paper: a page a store, tick boxes, room for what was counted. */
import { useAppStore } from '../../app-store-context'
import { formatDay } from '../../format/format-day'
import { countOf, formatProbability, formatUnits } from '../../format/format-number'
import { modelName } from '../../format/model-name'
import type { StoreCounts } from './gather-count-list'
import styles from './count-list.module.css'

interface CountListProps {
  readonly stores: readonly StoreCounts[]
  readonly perStore: number
}

export function CountList({ stores, perStore }: CountListProps) {
  const model = useAppStore((state) => state.view?.query.model ?? state.model)
  const file = useAppStore((state) => state.file?.name ?? '')
  return (
    <div className={styles['list']}>
      {stores.map(({ store, alerts }) => (
        <section key={store} className={styles['store']}>
          <header className={styles['head']}>
            <h1 className={styles['title']}>Count list, store {store}</h1>
            <p>
              {countOf(alerts.length, 'shelf', 'shelves')} to check, at most {perStore} a store · stock record at close of {formatDay(alerts[0]!.day)}
            </p>
            <p className={styles['who']}>Counted by ______________________ Date ______________</p>
          </header>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Done</th>
                <th scope="col">Item</th>
                <th scope="col">SKU</th>
                <th scope="col">Category</th>
                <th scope="col" className={styles['number']}>
                  On record
                </th>
                <th scope="col">Why</th>
                <th scope="col" className={styles['number']}>
                  Probability
                </th>
                <th scope="col">Counted</th>
                <th scope="col">Found where, note</th>
              </tr>
            </thead>
            <tbody>
              {alerts.map((alert) => (
                <tr key={alert.row}>
                  <td>
                    <span className={styles['tick']} />
                  </td>
                  <td>{alert.itemName ?? ''}</td>
                  <td>{alert.sku}</td>
                  <td>{alert.category ?? ''}</td>
                  <td className={styles['number']}>{formatUnits(alert.onHand)}</td>
                  <td>
                    {alert.daysSinceSale === null ? 'never sold' : `${countOf(alert.daysSinceSale, 'day')} no sale`}, {formatUnits(alert.missedUnits)} missed
                  </td>
                  <td className={styles['number']}>{formatProbability(alert.probabilities[model] ?? NaN)}</td>
                  <td className={styles['room']} />
                  <td className={styles['wideRoom']} />
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles['foot']}>
            {file} · judged by {modelName(model)} · look on the shelf, in the backroom and in the wrong place before writing 0
          </p>
        </section>
      ))}
    </div>
  )
}
