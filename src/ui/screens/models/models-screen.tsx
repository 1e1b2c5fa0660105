import { useMemo } from 'react'
import { readResults } from '../../../domain/metrics/results'
import { useAppStore } from '../../app-store-context'
import { BringModels } from './bring-models'
import { FeatureWorthPanel } from './feature-worth-panel'
import { LeakPanel } from './leak-panel'
import { ModelCards } from './model-cards'
import { OriginPanel } from './origin-panel'
import { ResultsPanel } from './results-panel'
import { StressPanel } from './stress-panel'
import head from '../../widgets/screen-head.module.css'
import styles from './models-screen.module.css'

const places = [
  { id: 'how-good', name: 'How good they are' },
  { id: 'stress', name: 'Worlds unlike the training’s' },
  { id: 'features', name: 'What evidence is worth' },
  { id: 'too-good', name: 'Too good to be true' },
  { id: 'one-by-one', name: 'The models one by one' },
  { id: 'own-models', name: 'Your own models' },
  { id: 'origin', name: 'How the figures came about' },
] as const

/** What the models are, how good they were where they were measured, and what that does not say. */
export function ModelsScreen() {
  const parsed = useAppStore((state) => state.results)
  const outcome = useMemo(() => readResults(parsed), [parsed])
  return (
    <div className={styles['screen']}>
      <header className={head['head']}>
        <h2>Four models, measured the same way</h2>
        <p>
          All four were trained and measured on <strong>simulated stores</strong>: worlds with a physical truth beside the record, fitted to published
          figures. The test worlds were seen by no model before. Real stores differ, so check the first alerts on the shelf before trusting a figure.
        </p>
        {outcome.ok && <Places />}
      </header>
      {outcome.ok ? (
        <>
          <ResultsPanel results={outcome.value} />
          <StressPanel results={outcome.value} />
          <FeatureWorthPanel worth={outcome.value.ablation} />
          <LeakPanel leak={outcome.value.leak} />
        </>
      ) : (
        <section className={styles['fault']} aria-label="Measured results">
          <h3>{outcome.fault.sentence}</h3>
          <p>{outcome.fault.advice}</p>
        </section>
      )}
      <ModelCards />
      <BringModels />
      {outcome.ok && <OriginPanel generated={outcome.value.generated} />}
    </div>
  )
}

/** The parts of the report, as links within the page. */
function Places() {
  return (
    <nav aria-label="On this screen" className={styles['places']}>
      <ul>
        {places.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
