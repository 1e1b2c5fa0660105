import { useState } from 'react'
import type { Results } from '../../../domain/metrics/results'
import { formatCount, formatShare } from '../../format/format-number'
import { MeasureGlossary, type Term } from '../../widgets/measure-glossary'
import { Segmented } from '../../widgets/segmented'
import { ApRanking } from './ap-ranking'
import { bestRuleSentence } from './best-rule-sentence'
import { ResultsTable } from './results-table'
import styles from './results-panel.module.css'

type SetName = keyof Results['sets']

const setWords: Readonly<Record<SetName, { readonly name: string; readonly about: string }>> = {
  test: { name: 'Test worlds', about: 'Worlds drawn from the same ranges as the training worlds, and kept apart from them.' },
  stress: { name: 'Stress worlds', about: 'Worlds whose causes and rates lie outside of anything that training saw.' },
  real_demand: { name: 'Real demand', about: 'What shoppers really bought in real stores, with simulated stock and records around it.' },
}

const terms: readonly Term[] = [
  'Threshold',
  'Precision',
  'Recall',
  'F1',
  'AUC',
  'AP',
  'Recall at precision .90',
  'Right of first 10 checks',
  'Spells found',
  'Days to find',
  'Lost units under alert',
  'Calibration error',
  '95% interval',
]

/** The results of one set of worlds at a time, with models and rules side by side. */
export function ResultsPanel({ results }: { readonly results: Results }) {
  const [chosen, setChosen] = useState<SetName>('test')
  const shown = results.sets[chosen] ?? results.sets.test
  const names = (['test', 'stress', 'real_demand'] as const).filter((name) => results.sets[name] !== undefined)
  return (
    <section className={styles['panel']} aria-label="Measured results">
      {names.length > 1 && (
        <div>
          <Segmented label="Measured on" options={names.map((name) => ({ value: name, label: setWords[name].name }))} value={chosen} onChange={setChosen} />
        </div>
      )}
      <p className={styles['about']}>
        {setWords[chosen].about} {formatCount(shown.candidates)} rows with stock on record and four weeks of history, {formatCount(shown.positives)} of
        them phantom ({formatShare(shown.base_rate)}).
      </p>
      <p className={styles['sentence']}>{bestRuleSentence(shown)}</p>
      <ResultsTable set={shown} caption={`Results on the ${setWords[chosen].name.toLowerCase()}`} />
      <MeasureGlossary terms={terms} />
      <ApRanking set={shown} />
    </section>
  )
}
