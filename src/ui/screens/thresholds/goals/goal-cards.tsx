import { useId, type ReactNode } from 'react'
import { mostPerStore } from '../../../../store/today-state'
import { useAppStore } from '../../../app-store-context'
import { formatThreshold } from '../../../format/format-score'
import { Button } from '../../../widgets/button'
import { DraftInput } from '../../../widgets/draft-input'
import { isUsualPayoff, payoffInWords } from '../value/payoff-in-words'
import { parseThreshold } from '../threshold-steps'
import type { GoalKind } from './use-solver'
import styles from './goal-cards.module.css'

interface Props {
  /** Goals that can be solved for now; the others wait for labels, or for scores. */
  readonly canSolve: Readonly<Record<GoalKind, boolean>>
  readonly onSolve: (goal: GoalKind) => void
}

/** Four ways to say what is wanted; each finds the threshold that gives it. */
export function GoalCards({ canSolve, onSolve }: Props) {
  const goals = useAppStore((state) => state.goals)
  const figures = useId()
  const payoff = useAppStore((state) => state.payoff)
  const setGoals = useAppStore((state) => state.setGoals)
  const openSection = useAppStore((state) => state.openBenchSection)
  return (
    <>
      <div className={styles['cards']}>
        <Card name="Precision at least" goal="precision" can={canSolve.precision} onSolve={onSolve}>
          <ShareBox label="Precision at least" value={goals.precision} onChange={(precision) => setGoals({ precision })} />
          <select
            className={styles['choice']}
            aria-label="Precision is held by"
            value={goals.precisionBy}
            onChange={(event) => setGoals({ precisionBy: event.target.value === 'lower-bound' ? 'lower-bound' : 'estimate' })}
          >
            <option value="estimate">by the figure</option>
            <option value="lower-bound">95% certain (one-sided)</option>
          </select>
        </Card>
        <Card name="Checks per store and day, at most" goal="checks" can={canSolve.checks} onSolve={onSolve}>
          <DraftInput
            type="number"
            inputMode="numeric"
            className={styles['box']}
            aria-label="Checks per store and day, at most"
            min={1}
            max={mostPerStore}
            value={String(goals.checks)}
            onText={(text) => {
              const checks = Number(text)
              if (Number.isInteger(checks) && checks >= 1) setGoals({ checks })
            }}
          />
          <select
            className={styles['choice']}
            aria-label="Checks are counted"
            value={goals.checksIn}
            onChange={(event) => setGoals({ checksIn: event.target.value === 'every-store' ? 'every-store' : 'average' })}
          >
            <option value="average">on average</option>
            <option value="every-store">in every store</option>
          </select>
        </Card>
        <Card name="Recall at least" goal="recall" can={canSolve.recall} onSolve={onSolve}>
          <ShareBox label="Recall at least" value={goals.recall} onChange={(recall) => setGoals({ recall })} />
        </Card>
        <Card name="Lowest cost" goal="payoff" can={canSolve.payoff} describedBy={figures} onSolve={onSolve}>
          <span className={styles['hint']}>by the figures below</span>
        </Card>
      </div>
      <p id={figures} className={styles['figures']}>
        Lowest cost {payoffInWords(payoff)}
        {isUsualPayoff(payoff) ? ': figures to begin with, not yours. Change them in the ' : '. Change that in the '}
        <button type="button" className={styles['link']} onClick={() => openSection('value')}>
          payoff table
        </button>
        .
      </p>
    </>
  )
}

interface CardProps {
  readonly name: string
  readonly goal: GoalKind
  readonly can: boolean
  /** Id of what says more of the goal. */
  readonly describedBy?: string
  readonly onSolve: (goal: GoalKind) => void
  readonly children: ReactNode
}

function Card({ name, goal, can, describedBy, onSolve, children }: CardProps) {
  const id = useId()
  return (
    <form
      className={styles['card']}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault()
        // Enter in a box sends the form also where the button cannot.
        if (can) onSolve(goal)
      }}
    >
      <span id={id} className={styles['name']}>
        {name}
      </span>
      <div className={styles['row']}>
        {children}
        <Button type="submit" className={styles['find'] ?? ''} disabled={!can} aria-label={`Find: ${name}`} aria-describedby={describedBy}>
          Find
        </Button>
      </div>
    </form>
  )
}

function ShareBox({ label, value, onChange }: { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <DraftInput
      type="text"
      inputMode="decimal"
      className={styles['box']}
      aria-label={label}
      value={formatThreshold(value)}
      onText={(text) => {
        const share = parseThreshold(text)
        if (share !== null) onChange(share)
      }}
    />
  )
}
