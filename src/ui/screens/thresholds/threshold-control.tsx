import { useRef, useState } from 'react'
import type { SegmentThresholds } from '../../../domain/segments/segment-thresholds'
import { countsAt } from '../../../domain/metrics/counts-at'
import { selectCurveSource } from '../../../store/bench-selectors'
import { goalAsAsked } from '../../../store/picked-for-state'
import { selectGoalsOn } from '../../../store/precision-rank'
import { selectIsCounting, selectJudgedCurve } from '../../../store/segments-selectors'
import { selectSegments, selectThreshold, selectUsableModels } from '../../../store/selectors'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { formatScore, formatThreshold } from '../../format/format-score'
import { Button } from '../../widgets/button'
import { GoalCards } from './goals/goal-cards'
import { answerGround, holdsStill, isGroundStill, type SolvedAnswer } from './goals/solved-answer'
import { GoalsOnChoice } from './goals/goals-on-choice'
import { useEstimatedSolver } from './goals/use-estimated-solver'
import { useSolver, type GoalKind } from './goals/use-solver'
import { heldOutSentence, inUseSentence, measuredCaution } from '../segments-in-use/in-use-words'
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
  const measured = useAppStore((state) => selectJudgedCurve(state, state.model))
  const counting = useAppStore((state) => selectIsCounting(state, state.model))
  const segments = useAppStore((state) => selectSegments(state, state.model))
  const scored = useAppStore((state) => state.today !== null)
  const store = useAppStoreApi()
  const whole = useRef<HTMLElement>(null)
  const solveMeasured = useSolver()
  const solveEstimated = useEstimatedSolver()
  const estimates = useAppStore((state) => selectGoalsOn(state, state.model) === 'estimate')
  const load = useAlertsLoad()
  const [said, setSaid] = useState<SolvedAnswer | null>(null)
  const sentence = useAppStore((state) => (said !== null && holdsStill(state, said) ? said.sentence : ''))

  const origin = standing && thresholdOrigin(standing)
  const counts = measured === null ? null : countsAt(measured.curve, threshold)
  const canSolve = measured !== null || estimates

  function set(value: number | null) {
    store.getState().setThreshold(model, value)
  }

  async function solve(goal: GoalKind) {
    const ground = answerGround(store.getState(), goal)
    const asked = goalAsAsked(store.getState(), goal)
    const found = ground.on === 'estimate' && goal !== 'checks' ? await solveEstimated(goal) : await solveMeasured(goal)
    // Another model, source or payoff table was chosen meanwhile: the answer is not for this one.
    if (found === null || !isGroundStill(store.getState(), goal, ground)) return
    if (found.threshold !== null) store.getState().pickThreshold(model, found.threshold, asked)
    setSaid({ goal, ground, threshold: selectThreshold(store.getState(), model), sentence: `${found.sentence}${segments ? ' Counted with the thresholds by segment as they stand.' : ''}` })
  }

  return (
    <section ref={whole} tabIndex={-1} className={styles['control']} aria-label="Setting" data-tour="threshold">
      <ThresholdSlider threshold={threshold} curve={measured?.curve ?? null} valueText={sliderInWords(formatThreshold(threshold), counts)} onChange={set} />
      {segments && <BySegment segments={segments} onGivenUp={() => whole.current?.focus()} />}
      <GoalsOnChoice />
      <GoalCards canSolve={{ precision: canSolve, recall: canSolve, payoff: canSolve, checks: scored }} onSolve={(goal) => void solve(goal)} />
      <p role="status" className={styles['said']}>
        {sentence}
      </p>
      <div className={styles['meaning']}>
        {counts !== null && <p className={styles['sentence']}>{settingInWords(counts, load, measured?.source)}</p>}
        {counting && <p role="status">Counting what these thresholds find …</p>}
        {counts === null && !counting && load !== null && <p className={styles['sentence']}>{loadInWords(load)}.</p>}
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

/** That the slider sets one threshold of several, how the others were judged, and the ways to them. */
function BySegment({ segments, onGivenUp }: { readonly segments: SegmentThresholds; readonly onGivenUp: () => void }) {
  const model = useAppStore((state) => state.model)
  const common = useAppStore((state) => selectThreshold(state, state.model))
  const source = useAppStore(selectCurveSource)
  const setSegments = useAppStore((state) => state.setSegments)
  const openSection = useAppStore((state) => state.openBenchSection)
  return (
    <section aria-label="Thresholds by segment" className={styles['bySegment']}>
      <p>
        <strong>This slider sets the common threshold.</strong> {inUseSentence(segments, common)}
      </p>
      <p className={styles['quiet']}>
        {heldOutSentence(segments)} {measuredCaution(segments, source)}
      </p>
      <div className={styles['buttons']}>
        <Button
          onClick={() => {
            setSegments(model, null)
            // The button goes with what it gives up.
            onGivenUp()
          }}
        >
          Back to one threshold for all
        </Button>
        <Button look="quiet" onClick={() => openSection('segments')}>
          See the segments
        </Button>
      </div>
    </section>
  )
}
