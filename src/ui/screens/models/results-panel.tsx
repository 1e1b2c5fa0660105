import { useState } from 'react'
import type { Results, SetName } from '../../../domain/metrics/results'
import { MeasureTerms } from '../../widgets/measure-glossary'
import { Segmented } from '../../widgets/segmented'
import { BandsPanel } from './bands-panel'
import { bestRuleSentence } from './best-rule-sentence'
import { combinedSentence } from './combined-sentence'
import { measureViews } from './measure-views'
import { ReportSection } from '../../widgets/report-section'
import { ResultsTable } from './results-table'
import { scenarioWords, setNames, setSize, setWords } from './set-words'
import styles from '../../widgets/report.module.css'

const allScenarios = ''

/** What was measured on one set of worlds at a time: everything beside everything, then where it is easy and where hard. */
export function ResultsPanel({ results }: { readonly results: Results }) {
  const [chosen, setChosen] = useState<SetName>('test')
  const [scenario, setScenario] = useState(allScenarios)
  const [viewId, setViewId] = useState('ranking')
  const names = setNames.filter((name) => results.sets[name] !== undefined)
  const scenarios = chosen === 'stress' ? (results.stress_scenarios ?? []) : []
  const single = scenarios.find((one) => one.scenario === scenario)
  const shown = single ?? results.sets[chosen] ?? results.sets.test
  const words = single ? scenarioWords(single.scenario) : setWords[chosen]
  const view = measureViews.find(({ id }) => id === viewId) ?? measureViews[0]!
  return (
    <ReportSection id="how-good" title="How good they are" label="Measured results">
      <div className={styles['controls']}>
        {names.length > 1 && (
          <Segmented label="Measured on" wraps options={names.map((name) => ({ value: name, label: setWords[name].name }))} value={chosen} onChange={setChosen} />
        )}
        {scenarios.length > 0 && (
          <label className={styles['choice']}>
            Scenario
            <select value={single?.scenario ?? allScenarios} onChange={(event) => setScenario(event.target.value)}>
              <option value={allScenarios}>All stress worlds</option>
              {scenarios.map((one) => (
                <option key={one.scenario} value={one.scenario}>
                  {scenarioWords(one.scenario).name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p className={styles['about']}>
        {words.about} {setSize(shown)}
      </p>
      <p className={styles['sentence']}>{bestRuleSentence(shown)}</p>
      {results.combined && <p className={styles['about']}>{combinedSentence(results.combined)}</p>}
      <Segmented label="Measures" wraps options={measureViews.map(({ id, name }) => ({ value: id, label: name }))} value={view.id} onChange={setViewId} />
      <p className={styles['about']}>{view.about}</p>
      <ResultsTable set={shown} view={view} caption={`${words.name}: ${view.name.toLowerCase()}`} />
      <MeasureTerms terms={view.terms} />
      <BandsPanel set={shown} setName={words.name} />
    </ReportSection>
  )
}
