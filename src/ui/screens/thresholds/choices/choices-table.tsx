import { useEffect, useId, useRef, type ReactNode } from 'react'
import { checksAt } from '../../../../domain/alerts/today/checks-at'
import { selectToday, judgedToday } from '../../../../store/today-selectors'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { selectGoalsOn, type PrecisionSource } from '../../../../store/precision-rank'
import { selectShippedThreshold, selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { countOf, formatCount, formatShare, noValue } from '../../../format/format-number'
import { formatThreshold } from '../../../format/format-score'
import { Button } from '../../../widgets/button'
import { isUsualPayoff, payoffInWords } from '../value/payoff-in-words'
import { SectionLink } from '../section-link'
import type { ThresholdOrigin } from '../threshold-origin'
import { unsolved, type Choice, type ChoiceKey, type Judged } from './choice'
import { formatPercent } from '../goals/goal-words'
import { GoalFields } from './goal-fields'
import { suggestedChoice } from './suggested-choice'
import type { Choices } from './use-choices'
import styles from './choices-table.module.css'

const names: Readonly<Record<Exclude<ChoiceKey, 'own'>, string>> = {
  precision: 'Precision at least',
  surest: 'Surest to rely on',
  checks: 'Checks per store and day, at most',
  recall: 'Recall at least',
  payoff: 'Lowest cost',
}
const suggestBy: Readonly<Record<PrecisionSource, string>> = {
  extract: 'By the labels of this file',
  findings: 'By what was found',
  estimate: 'By the estimate',
  'test-worlds': 'By the test worlds, which are other stores than yours,',
}

/** As they stand before anything is solved, so that goals can be said at once. */
const unsolvedGoals: readonly Choice[] = (['precision', 'checks', 'recall', 'payoff'] as const).map(unsolved)

interface Props {
  readonly given: Choices
  /** Where the model's own threshold comes from; null where it has none. */
  readonly origin: ThresholdOrigin | null
  readonly onUse: (choice: Choice) => void
}

/** The goals and the model's own threshold side by side: what each would cost and give, and the one we would take. */
export function ChoicesTable({ given, origin, onUse }: Props) {
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const wanted = useAppStore((state) => state.goals.precision)
  const by = useAppStore((state) => state.goals.precisionBy)
  const own = useAppStore((state) => selectShippedThreshold(state, state.model))
  const choices = given.choices ?? [{ ...unsolved('own'), threshold: own, reached: true }, ...unsolvedGoals]
  const suggested = given.pending ? null : suggestedChoice(choices, wanted, by)
  const judgedBy = useAppStore((state): PrecisionSource => (selectGoalsOn(state, state.model) === 'estimate' ? 'estimate' : selectCurveSource(state)))
  const reserve = choices.find(({ key }) => key === suggested?.key)?.judged?.sure?.low ?? null
  const taken = choices.find(({ key }) => key === suggested?.key)?.threshold ?? null
  // Taken while its goal was still being solved for: the answer is taken as soon as it is here.
  const waiting = useRef<{ readonly key: ChoiceKey; readonly model: string } | null>(null)
  useEffect(() => {
    if (waiting.current === null || given.pending) return
    const { key, model: of } = waiting.current
    waiting.current = null
    const choice = choices.find((one) => one.key === key)
    if (of === model && choice && choice.threshold !== null && choice.threshold !== threshold) onUse(choice)
  })
  function take(choice: Choice) {
    if (given.pending && choice.key !== 'own') waiting.current = { key: choice.key, model }
    else if (choice.threshold !== null && choice.threshold !== threshold) onUse(choice)
  }

  return (
    <div className={given.pending ? styles['pending'] : undefined}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>
          <span className={styles['title']}>Thresholds to choose from</span>
          {given.pending && <span className={styles['solving']}>Solving …</span>}
          {suggested && taken !== null && (
            <span>
              {' '}
              {suggestBy[judgedBy]} we suggest <strong>{formatThreshold(taken)}</strong>: {suggested.because}.{judgedBy === 'estimate' && by === 'estimate' && reserve !== null && ` Plan by its lower figure, ${formatShare(reserve)}, until some of its alerts are checked.`}
            </span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">What you want</th>
            <th scope="col">Threshold</th>
            <th scope="col">Checks, latest day</th>
            <th scope="col">Alerts that are real</th>
            <th scope="col">Phantom rows found</th>
            <th scope="col">
              <span className="visually-hidden">Take it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <ChoiceRow
              key={choice.key}
              choice={choice}
              name={choice.key === 'own' ? (origin?.name ?? 'Its own threshold') : names[choice.key]}
              hint={choice.key === 'own' ? origin?.words : undefined}
              isSuggested={choice.key === suggested?.key}
              wanted={wanted}
              inUse={choice.threshold === threshold}
              pending={given.pending}
              onTake={take}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly choice: Choice
  readonly name: string
  readonly hint: string | undefined
  readonly isSuggested: boolean
  /** The precision that was asked for. */
  readonly wanted: number
  readonly inUse: boolean
  /** Its goal is being solved for again; it can be taken, and then is with its answer. */
  readonly pending: boolean
  readonly onTake: (choice: Choice) => void
}

function ChoiceRow({ choice, name, hint, isSuggested, wanted, inUse, pending, onTake }: RowProps) {
  const form = useId()
  const { key, threshold, reached, judged } = choice
  const checks = useAppStore((state) => {
    const today = threshold === null ? null : selectToday(state)
    return today && threshold !== null && today.model === state.model ? checksAt(today.facts, judgedToday(today, state), threshold) : null
  })
  const cannot = inUse || (threshold === null && !pending)
  const isGoal = key !== 'own' && key !== 'surest'
  return (
    <tr className={isSuggested ? styles['suggested'] : undefined}>
      <th scope="row">
        <form
          id={form}
          aria-label={name}
          className={styles['wish']}
          onSubmit={(event) => {
            event.preventDefault()
            onTake(choice)
          }}
        >
          <span className={styles['name']}>{name}</span>
          {isSuggested && <span className={styles['badge']}>Suggested for {formatPercent(wanted)}</span>}
          {isGoal && (
            <span className={styles['fields']}>
              <GoalFields goal={key} />
            </span>
          )}
        </form>
        {key === 'payoff' && <PayoffWords />}
        {key === 'surest' && <span className={styles['hint']}>{surestHint(judged)}</span>}
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </th>
      <td data-label="Threshold">
        {threshold === null ? noValue : formatThreshold(threshold)}
        {threshold !== null && !reached && key !== 'surest' && <span className={styles['hint']}>not reachable: the nearest</span>}
      </td>
      <td data-label="Checks, latest day">{checks === null ? noValue : formatCount(checks)}</td>
      <td data-label="Alerts that are real">
        <Precision judged={judged} />
      </td>
      <td data-label="Phantom rows found">{judged === null ? noValue : formatShare(judged.recall)}</td>
      <td className={styles['take']}>
        {/* The button stays where it is taken: the keyboard's place is not lost. */}
        <Button type="submit" form={form} look={inUse ? 'quiet' : 'secondary'} aria-disabled={cannot} className={[styles['use'], inUse ? styles['taken'] : ''].join(' ')} aria-label={`${inUse ? 'In use' : 'Use'}: ${name}`}>
          {inUse ? 'In use' : 'Use'}
        </Button>
      </td>
    </tr>
  )
}

function surestHint(judged: Judged | null): string {
  if (judged === null) return ''
  return judged.atLeast === null ? `as sure as it gets with ${countOf(judged.alerts, 'alert')}` : `with 95% certainty at least ${formatShare(judged.atLeast)} of its alerts are real`
}

/** How many of ten alerts are real, how sure that is, and how much stands behind it where that is little. */
function Precision({ judged }: { readonly judged: Judged | null }): ReactNode {
  if (judged === null) return noValue
  const { precision, sure, alerts, items, tooFew } = judged
  return (
    <>
      {formatShare(precision)}
      {sure !== null && <span className={styles['hint']}>{`${formatShare(sure.low)} to ${formatShare(sure.high)}`}</span>}
      {tooFew && <span className={styles['warning']}>{`${countOf(alerts, 'alert')}${items === null ? '' : ` of ${countOf(items, 'store-item')}`}: too few to trust`}</span>}
    </>
  )
}

function PayoffWords() {
  const payoff = useAppStore((state) => state.payoff)
  return (
    <span className={styles['hint']}>
      {payoffInWords(payoff)}
      {isUsualPayoff(payoff) ? ': figures to begin with, not yours. Change them in the ' : '. Change that in the '}
      <SectionLink to="value">payoff table</SectionLink>.
    </span>
  )
}
