import { useMemo } from 'react'
import type { Overview, OverviewFigures } from '../../../domain/alerts/today/overview'
import type { HitRate } from '../../../domain/findings/hit-rate'
import { selectHitRate } from '../../../store/findings-selectors'
import { selectHitRatesByDepartment } from '../../../store/today-selectors'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { formatCount, formatShare, noValue } from '../../format/format-number'
import { riskText, rightSoFar } from './overview-words'
import styles from './overview-tables.module.css'

interface Line {
  readonly name: string
  readonly figures: OverviewFigures
  readonly rate: HitRate | undefined
}

/** The figures of the overview for each store and each department. */
export function OverviewTables({ overview }: { readonly overview: Overview }) {
  const store = useAppStoreApi()
  const findings = useAppStore((state) => state.findings)
  const departments = useAppStore(selectHitRatesByDepartment)
  const stores = useMemo(
    () => overview.byStore.map((line): Line => ({ name: line.store, figures: line.figures, rate: selectHitRate({ ...store.getState(), findings }, line.store) })),
    [overview, findings, store],
  )
  return (
    <div className={styles['tables']}>
      {stores.length > 1 && <FiguresTable caption="By store" first="Store" lines={stores} />}
      {overview.byDepartment.length > 0 && (
        <FiguresTable
          caption="By department"
          first="Department"
          lines={overview.byDepartment.map(({ department, figures }) => ({ name: department ?? 'none named', figures, rate: departments.get(department) }))}
        />
      )}
    </div>
  )
}

function FiguresTable({ caption, first, lines }: { readonly caption: string; readonly first: string; readonly lines: readonly Line[] }) {
  const inMoney = lines.some(({ figures }) => figures.moneyAtRisk !== null)
  return (
    <div className={styles['scroll']} role="group" aria-label={`${caption}, table`} tabIndex={0}>
      <table className={styles['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">Alerts</th>
            <th scope="col">Share of items</th>
            <th scope="col">{inMoney ? 'Sales at risk a week' : 'Units at risk a week'}</th>
            <th scope="col">Real so far</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, figures, rate }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatCount(figures.alerts)}</td>
              <td>{figures.judged === 0 ? noValue : formatShare(figures.alerts / figures.judged)}</td>
              <td>{riskText(figures)}</td>
              <td>{rightSoFar(rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
