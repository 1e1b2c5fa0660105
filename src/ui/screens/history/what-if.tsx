/** One row otherwise: change its record, its last sale or its forecast, and see what every model would say. */
import { useId, useState } from 'react'
import type { AlertRow, SeriesHistory } from '../../../domain/alerts/alert-row'
import { isAlert } from '../../../domain/scoring/prediction-columns'
import type { Scenario, ScenarioField } from '../../../domain/what-if/scenario'
import { selectRowThreshold, selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatProbability, formatUnits, noValue } from '../../format/format-number'
import { formatPoints, formatSigned } from '../../format/format-signed'
import { useModelName } from '../../use-model-name'
import { Button } from '../../widgets/button'
import { useWhatIf, type Asked } from './use-what-if'
import { changeSentences } from './what-if-words'
import opinions from './model-opinions.module.css'
import styles from './what-if.module.css'

interface WhatIfProps {
  readonly alert: AlertRow
  readonly history: SeriesHistory
}

interface Field {
  readonly name: ScenarioField
  readonly label: string
  readonly step: string
  /** As it is; null where there is nothing to begin with. */
  readonly now: number | null
}

/** What has been typed, by field; a field that was not touched is absent. */
type Typed = Readonly<Partial<Record<ScenarioField, string>>>

export function WhatIf({ alert, history }: WhatIfProps) {
  const id = useId()
  const [typed, setTyped] = useState<Typed>({})
  const fields = fieldsOf(alert, history)
  const asked = useWhatIf(alert.row, scenarioOf(fields, typed))
  const fault = asked.state === 'refused' ? asked.fault : null
  return (
    <section aria-labelledby={`${id}-title`} className={styles['panel']}>
      <h3 id={`${id}-title`} className={styles['title']}>
        What if it had been otherwise?
      </h3>
      <p className={styles['about']}>
        Change the item’s own days and see what every model would say of this day. Its days are changed so that sales, deliveries and the record still add up; other items and stores stay as
        they are.
      </p>
      <div className={styles['fields']}>
        {fields.map(({ name, label, step, now }) => (
          <div key={name} className={styles['field']}>
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <input
              id={`${id}-${name}`}
              type="number"
              inputMode="decimal"
              min={0}
              step={step}
              className={styles['input']}
              value={typed[name] ?? textOf(now)}
              aria-describedby={`${id}-${name}-hint`}
              aria-invalid={fault?.field === name}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            />
            <span id={`${id}-${name}-hint`} className={fault?.field === name ? styles['fault'] : styles['hint']} role={fault?.field === name ? 'alert' : undefined}>
              {fault?.field === name ? `${fault.sentence} ${fault.advice}` : now === null ? 'not in this extract' : `is ${textOf(now)}`}
            </span>
          </div>
        ))}
        <Button className={styles['back']} onClick={() => setTyped({})} disabled={Object.keys(typed).length === 0}>
          As it was
        </Button>
      </div>
      {asked.state === 'failed' && <p role="alert">This could not be worked out: {asked.sentence}</p>}
      <WhatIfTable alert={alert} asked={asked} />
      <div aria-live="polite" className={styles['said']}>
        {asked.state === 'answered' && <Changes alert={alert} answer={asked.answer} />}
      </div>
    </section>
  )
}

function Changes({ alert, answer: { changes, missedUnits } }: { readonly alert: AlertRow; readonly answer: Extract<Asked, { state: 'answered' }>['answer'] }) {
  const sentences = changeSentences(changes, alert.day)
  if (sentences.length === 0) return <p>That is as it is: nothing changes.</p>
  return (
    <>
      <ul className={styles['changes']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        About {formatUnits(missedUnits)} units should then have sold since the last sale; as it is, {formatUnits(alert.missedUnits)}.
      </p>
    </>
  )
}

function WhatIfTable({ alert, asked }: { readonly alert: AlertRow; readonly asked: Asked }) {
  const models = useAppStore(selectUsableModels)
  const modelName = useModelName()
  const loadedModels = useAppStore((state) => state.loadedModels)
  const thresholds = useAppStore((state) => state.thresholds)
  const segmentThresholds = useAppStore((state) => state.segmentThresholds)
  return (
    <table className={`${opinions['table'] ?? ''} ${styles['table'] ?? ''}`}>
      <caption className={opinions['caption']}>Probability, as it is and as it would be</caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">As it is</th>
          <th scope="col">As it would be</th>
          <th scope="col">Change</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {models.map(({ id }) => {
          const now = alert.probabilities[id] ?? NaN
          const then = asked.state === 'as-it-is' ? now : asked.state === 'answered' ? (asked.answer.probabilities[id] ?? NaN) : NaN
          // Of the segment that the item is in as it is: a day that is thought otherwise does not move it.
          const threshold = selectRowThreshold({ loadedModels, thresholds, segmentThresholds }, id, alert)
          return (
            <tr key={id}>
              <th scope="row">{modelName(id)}</th>
              <td>{formatProbability(now)}</td>
              <td>{formatProbability(then)}</td>
              <td>{formatSigned(then - now, formatPoints)}</td>
              <td>{Number.isNaN(then) ? noValue : isAlert(then, threshold) ? 'check' : 'leave'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The forecast is there where the file tells one for the day; ours follows from the sales. */
function fieldsOf(alert: AlertRow, history: SeriesHistory): readonly Field[] {
  const forecast = history.forecastUnits[history.day.indexOf(alert.day)] ?? NaN
  const fields: readonly Field[] = [
    { name: 'onHand', label: 'Units on record', step: '1', now: alert.onHand },
    { name: 'daysSinceSale', label: 'Days since the last sale', step: '1', now: alert.daysSinceSale },
  ]
  return history.forecastIsOurs ? fields : [...fields, { name: 'forecast', label: 'Forecast, units', step: 'any', now: Number.isNaN(forecast) ? null : forecast }]
}

const textOf = (value: number | null) => (value === null ? '' : String(Number(value.toFixed(2))))

/** Fields that hold something else than what is; an emptied field asks for nothing. */
function scenarioOf(fields: readonly Field[], typed: Typed): Scenario {
  const asked = fields.flatMap(({ name, now }) => {
    const text = typed[name]
    return text === undefined || text === '' || text === textOf(now) ? [] : [[name, Number(text)] as const]
  })
  return Object.fromEntries(asked)
}
