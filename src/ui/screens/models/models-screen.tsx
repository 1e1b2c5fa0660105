import { useMemo } from 'react'
import { readResults } from '../../../domain/metrics/results'
import { useAppStore } from '../../app-store-context'
import { ModelCards } from './model-cards'
import { ResultsPanel } from './results-panel'
import styles from './models-screen.module.css'

/** What the models are, how good they were where they were measured, and what that does not say. */
export function ModelsScreen() {
  const parsed = useAppStore((state) => state.results)
  const outcome = useMemo(() => readResults(parsed), [parsed])
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h2>Four models, measured the same way</h2>
        <p>
          All four were trained and measured on <strong>simulated stores</strong>: worlds with a physical truth beside the record, fitted to published
          figures. The test worlds were seen by no model before. Real stores differ, so check the first alerts on the shelf before trusting a figure.
        </p>
      </header>
      {outcome.ok ? (
        <ResultsPanel results={outcome.value} />
      ) : (
        <section className={styles['fault']} aria-label="Measured results">
          <h3>{outcome.fault.sentence}</h3>
          <p>{outcome.fault.advice}</p>
        </section>
      )}
      <ModelCards />
    </div>
  )
}
