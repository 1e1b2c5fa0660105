import { useId, useState } from 'react'
import type { ThresholdCurve } from '../../../domain/metrics/threshold-curve'
import { formatThreshold } from '../../format/format-score'
import { dragThreshold, parseThreshold, smallStep, stepBy, stepKinds, stepThreshold, thresholdByKey, type StepKind } from './threshold-steps'
import styles from './threshold-slider.module.css'

interface ThresholdSliderProps {
  readonly threshold: number
  /** Along whose scores a step may go; null where there is none. */
  readonly curve: ThresholdCurve | null
  /** The value as a screen reader says it. */
  readonly valueText: string
  readonly onChange: (threshold: number) => void
}

/** A slider from 0 to 1 with - and + buttons and a number box: nothing needs dragging. */
export function ThresholdSlider({ threshold, curve, valueText, onChange }: ThresholdSliderProps) {
  const [kind, setKind] = useState<StepKind>('0.01')
  return (
    <div className={styles['slider']}>
      <StepButton direction={-1} kind={kind} onStep={() => onChange(stepBy(threshold, kind, -1, curve))} />
      <div className={styles['track']}>
        <input
          type="range"
          className={styles['range']}
          aria-label="Threshold"
          aria-valuetext={valueText}
          min={0}
          max={1}
          // Any value may stand here (a solved threshold is exact); drags and keys go by hundredths.
          step="any"
          value={threshold}
          onChange={(event) => onChange(dragThreshold(event.currentTarget.valueAsNumber))}
          onKeyDown={(event) => {
            const next = thresholdByKey(threshold, event.key)
            if (next === null) return
            event.preventDefault()
            onChange(next)
          }}
        />
        <div className={styles['ends']} aria-hidden="true">
          <span>0: flag everything</span>
          <span>flag only the surest: 1</span>
        </div>
      </div>
      <StepButton direction={1} kind={kind} onStep={() => onChange(stepBy(threshold, kind, 1, curve))} />
      <div className={styles['boxes']}>
        <ThresholdBox threshold={threshold} onChange={onChange} />
        <label className={styles['box']}>
          Steps of − and +
          <select className={styles['kind']} value={kind} onChange={(event) => setKind(stepKinds.find((each) => each === event.target.value) ?? '0.01')}>
            <option value="0.01">0.01</option>
            <option value="0.001">0.001</option>
            <option value="score" disabled={curve === null}>
              one score
            </option>
          </select>
        </label>
      </div>
    </div>
  )
}

function StepButton({ direction, kind, onStep }: { readonly direction: 1 | -1; readonly kind: StepKind; readonly onStep: () => void }) {
  const by = kind === 'score' ? 'to the next score' : `by ${kind}`
  return (
    <button type="button" className={styles['step']} aria-label={`${direction === 1 ? 'Raise' : 'Lower'} the threshold ${by}`} onClick={onStep}>
      {direction === 1 ? '+' : '−'}
    </button>
  )
}

/** Takes effect on Enter or on leaving it, so that typing 0.9 does not pass through 0. */
function ThresholdBox({ threshold, onChange }: Pick<ThresholdSliderProps, 'threshold' | 'onChange'>) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)

  function commit() {
    if (draft === null) return
    const value = parseThreshold(draft)
    setWrong(value === null)
    if (value === null) return
    setDraft(null)
    onChange(value)
  }

  function forget() {
    setDraft(null)
    setWrong(false)
  }

  return (
    <div className={styles['box']}>
      <label htmlFor={id}>Threshold value</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        className={styles['number']}
        value={draft ?? formatThreshold(threshold)}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}
        onChange={(event) => {
          setDraft(event.currentTarget.value)
          setWrong(false)
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          else if (event.key === 'Escape') forget()
          else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault()
            forget()
            onChange(stepThreshold(threshold, event.key === 'ArrowUp' ? smallStep : -smallStep))
          }
        }}
      />
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className={styles['wrong']}>
          Type a number from 0 to 1, such as 0.75.
        </p>
      )}
    </div>
  )
}
