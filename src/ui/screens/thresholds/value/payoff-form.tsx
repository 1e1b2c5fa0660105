import { useId } from 'react'
import { useAppStore } from '../../../app-store-context'
import { DraftInput } from '../../../widgets/draft-input'
import { parseAmount } from './parse-amount'
import { payoffCaption, payoffRows, payoffWays, worthLabel, worthWords, type PayoffRow } from './payoff-rows'
import styles from './payoff-form.module.css'

/** What checks cost and finds bring. Kept in this browser; the currency is whatever the user thinks in. */
export function PayoffForm() {
  const payoff = useAppStore((state) => state.payoff)
  const setPayoff = useAppStore((state) => state.setPayoff)
  return (
    <section className={styles['form']} aria-label={payoffCaption}>
      <h3>{payoffCaption}</h3>
      <label className={styles['row']}>
        <span className={styles['label']}>{worthLabel}</span>
        <select
          className={styles['way']}
          value={payoff.worthBy}
          onChange={(event) => setPayoff({ worthBy: payoffWays.find((way) => way === event.target.value) ?? 'unit' })}
        >
          {payoffWays.map((way) => (
            <option key={way} value={way}>
              {worthWords[way]}
            </option>
          ))}
        </select>
      </label>
      {payoffRows(payoff.worthBy).map((row) => (
        <AmountRow key={row.figure} row={row} value={payoff[row.figure]} onChange={(value) => setPayoff({ [row.figure]: value })} />
      ))}
    </section>
  )
}

function AmountRow({ row: { label, unit }, value, onChange }: { readonly row: PayoffRow; readonly value: number; readonly onChange: (value: number) => void }) {
  const id = useId()
  return (
    <div className={styles['row']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <DraftInput
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={styles['amount']}
        aria-describedby={`${id}-unit`}
        value={String(value)}
        onText={(text) => {
          const amount = parseAmount(text)
          if (amount !== null) onChange(amount)
        }}
      />
      <span id={`${id}-unit`} className={styles['unit']}>
        {unit}
      </span>
    </div>
  )
}
