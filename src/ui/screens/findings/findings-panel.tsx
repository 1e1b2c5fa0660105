/** All that was found: hits against the promise, the findings, and their way out and in. */
import { selectFindings } from '../../../store/findings-selectors'
import { useAppStore } from '../../app-store-context'
import { countOf } from '../../format/format-number'
import { FindingsFiles } from './findings-files'
import { FindingsTable } from './findings-table'
import { HitRates } from './hit-rates'
import styles from './findings-panel.module.css'

export function FindingsPanel() {
  const count = useAppStore((state) => selectFindings(state).length)
  const isDemo = useAppStore((state) => state.file?.isDemo ?? false)
  return (
    <details className={styles['panel']}>
      <summary className={styles['summary']}>
        <h2 className={styles['title']}>What was found</h2>
        <span>{count === 0 ? 'nothing entered yet' : countOf(count, 'finding')}</span>
      </summary>
      <div className={styles['content']}>
        {count === 0 ? (
          <p>Open an item of the list and say what was found there. Here you then see how many alerts were real, and take the findings away as a file.</p>
        ) : (
          <>
            <HitRates />
            <FindingsTable />
          </>
        )}
        <FindingsFiles />
        <p className={styles['quiet']}>
          Findings stay in this browser, and nobody else sees them. Download them to keep them elsewhere: clearing the browser’s data removes them.
          {isDemo && ' These are findings of the demo extract; those of your own files are kept apart.'}
        </p>
      </div>
    </details>
  )
}
