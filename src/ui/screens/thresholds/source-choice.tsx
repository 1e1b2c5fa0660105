import type { RowsSource } from '../../../domain/bench/measured-rows'
import { hasRows, rowsSources, selectCurveSource } from '../../../store/bench-selectors'
import { useAppStore } from '../../app-store-context'
import { Segmented } from '../../widgets/segmented'
import styles from './thresholds-screen.module.css'

const names: Readonly<Record<RowsSource, string>> = { extract: 'This extract', findings: 'What was found', 'test-worlds': 'Test worlds' }

/** Which rows to measure by, where there is a choice. */
export function SourceChoice() {
  const source = useAppStore(selectCurveSource)
  const choose = useAppStore((state) => state.chooseBenchSource)
  // One text, so that it is the same until another source has rows.
  const standing = useAppStore((state) => rowsSources.filter((one) => hasRows(state, one)).join(' '))
  const sources = rowsSources.filter((one) => standing.split(' ').includes(one))
  if (sources.length < 2) return null
  return (
    <div className={styles['choice']}>
      {/* The group itself has this name for screen readers. */}
      <span aria-hidden="true">Measure by</span>
      <Segmented label="Measure by" wraps options={sources.map((value) => ({ value, label: names[value] }))} value={source} onChange={choose} />
    </div>
  )
}
