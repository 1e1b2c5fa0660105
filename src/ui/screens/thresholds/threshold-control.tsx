import { useRef, useState } from 'react'
import type { SegmentThresholds } from '../../../domain/segments/segment-thresholds'
import type { RowsSource } from '../../../domain/bench/measured-rows'
import { countsAt, type ConfusionCounts } from '../../../domain/metrics/counts-at'
import { selectCurveSource } from '../../../store/bench-selectors'
import { selectCalibrationShare } from '../../../store/estimates-selectors'
import { goalAsAsked } from '../../../store/picked-for-state'
import { selectGoalsOn } from '../../../store/precision-rank'
import { selectIsCounting, selectJudgedCurve } from '../../../store/segments-selectors'
import { selectSegments, selectThreshold, selectUsableModels } from '../../../store/selectors'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { formatThreshold } from '../../format/format-score'
import { Button } from '../../widgets/button'
import { judgedByEstimate, type Choice, type Judged } from './choices/choice'
import { ChoicesTable } from './choices/choices-table'
import { useChoices } from './choices/use-choices'
import { useExpected } from './drift/use-expected'
import { answerGround, holdsStill, type SolvedAnswer } from './goals/solved-answer'
import { heldOutSentence, inUseSentence, measuredCaution } from '../segments-in-use/in-use-words'
import { loadInWords } from './load-in-words'
import { ExpectedFigures, SettingFigures } from './setting-figures'
import { expectedInWords, expectedSliderInWords, settingInWords, sliderInWords } from './setting-in-words'
import { thresholdOrigin } from './threshold-origin'
import { ThresholdSlider } from './threshold-slider'
import { useAlertsLoad } from './use-alerts-load'
import styles from './threshold-control.module.css'

/** Slider and number box, what the setting means in a sentence, and the thresholds that goals ask for. */
export function ThresholdControl() {
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const standing = useAppStore((state) => selectUsableModels(state).find(({ id }) => id === state.model) ?? null)
  const measured = useAppStore((state) => selectJudgedCurve(state, state.model))
  const segments = useAppStore((state) => selectSegments(state, model))
  const estimates = useAppStore((state) => selectGoalsOn(state, model) === 'estimate')
  const calibrationShare = useAppStore((state) => (estimates ? selectCalibrationShare(state, model) : null))
  const answer = useExpected(model, threshold, segments, calibrationShare)
  const store = useAppStoreApi()
  const whole = useRef<HTMLElement>(null)
  const choices = useChoices()
  const [said, setSaid] = useState<SolvedAnswer | null>(null)
  const sentence = useAppStore((state) => (said !== null && holdsStill(state, said) ? said.sentence : ''))
  const origin = standing && thresholdOrigin(standing)
  const expected = answer && judgedByEstimate(answer)
  const counts = measured === null ? null : countsAt(measured.curve, threshold)
  const at = formatThreshold(threshold)

  function set(value: number | null) {
    store.getState().setThreshold(model, value)
  }

  function use({ key, threshold: wanted, sentence: words }: Choice) {
    if (wanted === null) return
    const ground = answerGround(store.getState(), key)
    if (key === 'own') set(null)
    else store.getState().pickThreshold(model, wanted, goalAsAsked(store.getState(), key))
    const answered = key === 'own' ? `Back to ${formatThreshold(wanted)}${origin ? `: ${origin.words}` : ''}.` : words
    setSaid({ goal: key, ground, threshold: selectThreshold(store.getState(), model), sentence: `${answered}${segments ? ' Counted with the thresholds by segment as they stand.' : ''}` })
  }

  return (
    <section ref={whole} tabIndex={-1} className={styles['control']} aria-label="Setting" data-tour="threshold">
      <ThresholdSlider threshold={threshold} curve={measured?.curve ?? null} valueText={estimates ? expectedSliderInWords(at, expected) : sliderInWords(at, counts)} onChange={set} />
      {segments && <BySegment segments={segments} onGivenUp={() => whole.current?.focus()} />}
      {estimates ? <ExpectedMeaning expected={expected} /> : <MeasuredMeaning counts={counts} source={measured?.source ?? null} />}
      <ChoicesTable given={choices} origin={origin} onUse={use} />
      <p role="status" className={styles['said']}>
        {sentence}
      </p>
    </section>
  )
}

/** What the setting means, by what was measured. */
function MeasuredMeaning({ counts, source }: { readonly counts: ConfusionCounts | null; readonly source: RowsSource | null }) {
  const counting = useAppStore((state) => selectIsCounting(state, state.model))
  const load = useAlertsLoad()
  return (
    <div className={styles['meaning']}>
      {counts !== null && <p className={styles['sentence']}>{settingInWords(counts, load, source)}</p>}
      {counting && <p role="status">Counting what these thresholds find …</p>}
      {counts === null && !counting && load !== null && <p className={styles['sentence']}>{loadInWords(load)}.</p>}
      {counts !== null && <SettingFigures counts={counts} />}
    </div>
  )
}

/** The same by what is expected; null: that is not known yet, and the work stands alone. */
function ExpectedMeaning({ expected }: { readonly expected: Judged | null }) {
  const load = useAlertsLoad()
  return (
    <div className={styles['meaning']}>
      <p className={styles['sentence']}>{expected !== null ? expectedInWords(expected, load) : load !== null ? `${loadInWords(load)}.` : ''}</p>
      {expected !== null && <ExpectedFigures expected={expected} />}
    </div>
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
