import { useId, useState } from 'react'
import type { Results } from '../../../domain/metrics/results'
import { formatCount, formatShare } from '../../format/format-number'
import { ApRanking } from './ap-ranking'
import { bestRuleSentence } from './best-rule-sentence'
import { MeasureGlossary } from './measure-glossary'
import { ResultsTable } from './results-table'
import styles from './results-panel.module.css'

type SetName = keyof Results['sets']

const setWords: Readonly<Record<SetName, { readonly name: string; readonly about: string }>> = {
  test: { name: 'Test worlds', about: 'Worlds drawn from the same ranges as the training worlds, and kept apart from them.' },
  stress: { name: 'Stress worlds', about: 'Worlds whose causes and rates lie outside of anything that training saw.' },
}

/** The results of one set of worlds at a time, with models and rules side by side. */
export function ResultsPanel({ results }: { readonly results: Results }) {
  const group = useId()
  const [chosen, setChosen] = useState<SetName>('test')
  const shown = results.sets[chosen] ?? results.sets.test
  const names: readonly SetName[] = results.sets.stress ? ['test', 'stress'] : ['test']
  return (
    <section className={styles['panel']} aria-label="Measured results">
      {names.length > 1 && (
        <fieldset className={styles['sets']}>
          <legend className="visually-hidden">Measured on</legend>
          {names.map((name) => (
            <label key={name} className={styles['set']}>
              <input type="radio" name={group} checked={name === chosen} onChange={() => setChosen(name)} />
              {setWords[name].name}
            </label>
          ))}
        </fieldset>
      )}
      <p className={styles['about']}>
        {setWords[chosen].about} {formatCount(shown.candidates)} rows with stock on record and four weeks of history, {formatCount(shown.positives)} of
        them phantom ({formatShare(shown.base_rate)}).
      </p>
      <p className={styles['sentence']}>{bestRuleSentence(shown)}</p>
      <ResultsTable set={shown} caption={`Results on the ${setWords[chosen].name.toLowerCase()}`} />
      <MeasureGlossary />
      <ApRanking set={shown} />
    </section>
  )
}
