import { useState } from 'react'
import { precision } from '../../../domain/metrics/confusion-measures'
import { countsAt } from '../../../domain/metrics/counts-at'
import { highestRecallAtPrecision } from '../../../domain/metrics/highest-recall-at-precision'
import { selectCurve, selectShippedThreshold, selectThreshold } from '../../../store/selectors'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { formatShare } from '../../format/format-number'
import { formatScore, formatThreshold } from '../../format/format-score'
import { Button } from '../../widgets/button'
import { settingInWords, sliderInWords } from './setting-in-words'
import { ThresholdSlider } from './threshold-slider'
import styles from './threshold-control.module.css'

/** The precision that the shipped thresholds were chosen for, and that the button solves for. */
export const precisionFloor = 0.9

/** Slider, number box, the two solved settings, and what the setting means in a sentence. */
export function ThresholdControl() {
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const shipped = useAppStore((state) => selectShippedThreshold(state, state.model))
  const measured = useAppStore((state) => selectCurve(state, state.model))
  const store = useAppStoreApi()
  const [said, setSaid] = useState<{ readonly model: string; readonly threshold: number; readonly sentence: string } | null>(null)

  const counts = measured === null ? null : countsAt(measured.curve, threshold)

  function set(value: number | null) {
    store.getState().setThreshold(model, value)
  }

  function solve() {
    const solution = measured === null ? null : highestRecallAtPrecision(measured.curve, precisionFloor)
    if (solution === null) return
    set(solution.threshold)
    const at = formatThreshold(solution.threshold)
    setSaid({
      model,
      threshold: solution.threshold,
      sentence: solution.reached
        ? `Solved: ${at} finds the most phantom items of all thresholds with a precision of at least .90.`
        : `No threshold reaches a precision of .90 with this model on these rows. The nearest is ${formatShare(precision(solution.counts))}, at ${at}.`,
    })
  }

  return (
    <section className={styles['control']} aria-label="Setting" data-tour="threshold">
      <ThresholdSlider threshold={threshold} valueText={sliderInWords(formatThreshold(threshold), counts)} onChange={set} />
      <div className={styles['buttons']}>
        <Button onClick={solve} disabled={counts === null}>
          Precision at least .90
        </Button>
        <Button onClick={() => set(null)} disabled={shipped === null}>
          Shipped threshold
        </Button>
        {shipped !== null && <span className={styles['quiet']}>shipped: {formatScore(shipped)}</span>}
      </div>
      <p role="status" className={styles['said']}>
        {said !== null && said.model === model && said.threshold === threshold ? said.sentence : ''}
      </p>
      {counts !== null && <p className={styles['sentence']}>{settingInWords(counts)}</p>}
    </section>
  )
}
