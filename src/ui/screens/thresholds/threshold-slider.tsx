import { useId, useState } from 'react'
import { formatThreshold } from '../../format/format-score'
import { dragThreshold, parseThreshold, smallStep, stepThreshold, thresholdByKey } from './threshold-steps'
import styles from './threshold-slider.module.css'

interface ThresholdSliderProps {
  readonly threshold: number
  /** The value as a screen reader says it. */
  readonly valueText: string
  readonly onChange: (threshold: number) => void
}

/** A slider from 0 to 1 with - and + buttons and a number box: nothing needs dragging. */
export function ThresholdSlider({ threshold, valueText, onChange }: ThresholdSliderProps) {
  return (
    <div className={styles['slider']}>
      <button type="button" className={styles['step']} aria-label="Lower the threshold by 0.01" onClick={() => onChange(stepThreshold(threshold, -smallStep))}>
        −
      </button>
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
      <button type="button" className={styles['step']} aria-label="Raise the threshold by 0.01" onClick={() => onChange(stepThreshold(threshold, smallStep))}>
        +
      </button>
      <ThresholdBox threshold={threshold} onChange={onChange} />
    </div>
  )
}

/** Takes effect on Enter or on leaving it, so that typing 0.9 does not pass through 0. */
function ThresholdBox({ threshold, onChange }: Omit<ThresholdSliderProps, 'valueText'>) {
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
