import { useState } from 'react'
import { countsAt } from '../../../domain/metrics/counts-at'
import { selectCurve } from '../../../store/bench-selectors'
import { selectThreshold, selectUsableModels } from '../../../store/selectors'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { formatScore, formatThreshold } from '../../format/format-score'
import { Button } from '../../widgets/button'
import { GoalCards } from './goals/goal-cards'
import { solvedInWords } from './goals/goal-words'
import { useSolver, type GoalKind } from './goals/use-solver'
import { loadInWords } from './load-in-words'
import { SettingFigures } from './setting-figures'
import { settingInWords, sliderInWords } from './setting-in-words'
import { thresholdOrigin } from './threshold-origin'
import { ThresholdSlider } from './threshold-slider'
import { useAlertsLoad } from './use-alerts-load'
import styles from './threshold-control.module.css'

/** Slider, number box, the goals that can be solved for, and what the setting means in a sentence. */
export function ThresholdControl() {
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const standing = useAppStore((state) => selectUsableModels(state).find(({ id }) => id === state.model) ?? null)
  const measured = useAppStore((state) => selectCurve(state, state.model))
  const scored = useAppStore((state) => state.today !== null)
  const store = useAppStoreApi()
  const solver = useSolver()
  const load = useAlertsLoad()
  const [said, setSaid] = useState<{ readonly model: string; readonly threshold: number; readonly sentence: string } | null>(null)

  const origin = standing && thresholdOrigin(standing)
  const counts = measured === null ? null : countsAt(measured.curve, threshold)
  const hasLabels = measured !== null

  function set(value: number | null) {
    store.getState().setThreshold(model, value)
  }

  async function solve(goal: GoalKind) {
    const solved = await solver(goal)
    // Another model was chosen meanwhile: its threshold is not this one's.
    if (solved === null || store.getState().model !== model) return
    if (solved.solution !== null) set(solved.solution.threshold)
    setSaid({ model, threshold: selectThreshold(store.getState(), model), sentence: solvedInWords(solved) })
  }

  return (
    <section className={styles['control']} aria-label="Setting" data-tour="threshold">
      <ThresholdSlider threshold={threshold} curve={measured?.curve ?? null} valueText={sliderInWords(formatThreshold(threshold), counts)} onChange={set} />
      <GoalCards canSolve={{ precision: hasLabels, recall: hasLabels, payoff: hasLabels, checks: scored }} onSolve={(goal) => void solve(goal)} />
      <p role="status" className={styles['said']}>
        {said !== null && said.model === model && said.threshold === threshold ? said.sentence : ''}
      </p>
      <div className={styles['meaning']}>
        {counts !== null && <p className={styles['sentence']}>{settingInWords(counts, load)}</p>}
        {counts === null && load !== null && <p className={styles['sentence']}>{loadInWords(load)}.</p>}
        {counts !== null && <SettingFigures counts={counts} />}
      </div>
      <div className={styles['buttons']}>
        <Button look="quiet" onClick={() => set(null)} disabled={origin === null}>
          {origin?.name ?? 'Shipped threshold'}
        </Button>
        {standing && origin && (
          <span className={styles['quiet']}>
            {formatScore(standing.threshold.precision_floor_threshold)}: {origin.words}
          </span>
        )}
      </div>
    </section>
  )
}
