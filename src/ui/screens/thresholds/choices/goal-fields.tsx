import type { ReactNode } from 'react'
import { selectGoalsOn } from '../../../../store/precision-rank'
import { mostPerStore } from '../../../../store/today-state'
import { useAppStore } from '../../../app-store-context'
import { formatThreshold } from '../../../format/format-score'
import { DraftInput } from '../../../widgets/draft-input'
import { parseThreshold } from '../threshold-steps'
import type { GoalKind } from '../goals/goal-words'
import styles from './goal-fields.module.css'

/** The boxes in which a goal is said; nothing for the least cost, which the payoff table says. */
export function GoalFields({ goal }: { readonly goal: GoalKind }): ReactNode {
  const goals = useAppStore((state) => state.goals)
  const estimates = useAppStore((state) => selectGoalsOn(state, state.model) === 'estimate')
  const setGoals = useAppStore((state) => state.setGoals)
  switch (goal) {
    case 'precision':
      return (
        <>
          <ShareBox label="Precision at least" value={goals.precision} onChange={(precision) => setGoals({ precision })} />
          <select
            className={styles['choice']}
            aria-label="Precision is held by"
            value={goals.precisionBy}
            onChange={(event) => setGoals({ precisionBy: event.target.value === 'lower-bound' ? 'lower-bound' : 'estimate' })}
          >
            <option value="estimate">by the figure</option>
            <option value="lower-bound">{estimates ? 'by its lower figure' : '95% certain (one-sided)'}</option>
          </select>
        </>
      )
    case 'checks':
      return (
        <>
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
        </>
      )
    case 'recall':
      return <ShareBox label="Recall at least" value={goals.recall} onChange={(recall) => setGoals({ recall })} />
    case 'payoff':
      return null
  }
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
