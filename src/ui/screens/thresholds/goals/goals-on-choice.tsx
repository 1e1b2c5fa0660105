import type { GoalsOn } from '../../../../store/bench-view-state'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { mayEstimateGoals, selectGoalsOn } from '../../../../store/precision-rank'
import { useAppStore } from '../../../app-store-context'
import { Segmented } from '../../../widgets/segmented'
import styles from './goal-cards.module.css'

/** What goals are solved on, where the extract has no labels and its own precision can be estimated. */
export function GoalsOnChoice() {
  const may = useAppStore((state) => mayEstimateGoals(state, state.model))
  const on = useAppStore((state) => selectGoalsOn(state, state.model))
  const source = useAppStore(selectCurveSource)
  const choose = useAppStore((state) => state.solveGoalsOn)
  if (!may) return null
  const options: readonly { readonly value: GoalsOn; readonly label: string }[] = [
    { value: 'measured', label: source === 'findings' ? 'What was found' : 'Test worlds' },
    { value: 'estimate', label: 'Estimate on this extract' },
  ]
  return (
    <div className={styles['on']}>
      {/* The group itself has this name for screen readers. */}
      <span aria-hidden="true">Goals are solved on</span>
      <Segmented label="Goals are solved on" wraps options={options} value={on} onChange={choose} />
      <span className={styles['hint']}>
        {on === 'estimate' ? 'What the probabilities of your rows lead to expect; nobody has checked it. The figures below stay measured ones.' : 'Truth is known there, of other rows than yours.'}
      </span>
    </div>
  )
}
