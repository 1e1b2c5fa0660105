import { useId } from 'react'
import type { PayoffTable } from '../../../../store/payoff-state'
import { useAppStore } from '../../../app-store-context'
import { DraftInput } from '../../../widgets/draft-input'
import { parseAmount } from './parse-amount'
import styles from './payoff-form.module.css'

type Amount = Exclude<keyof PayoffTable, 'worthBy'>

interface Row {
  readonly figure: Amount
  readonly label: string
  readonly unit: string
  /** Ways of reckoning that read it; all where there are none. */
  readonly ways?: readonly PayoffTable['worthBy'][]
}

const money = 'in your currency'

const rows: readonly Row[] = [
  { figure: 'costOfCheck', label: 'One check costs', unit: `${money}: the walk, and the count` },
  { figure: 'marginOfUnit', label: 'Margin of one unit', unit: money, ways: ['unit'] },
  { figure: 'marginShare', label: 'Margin, as a share of the price', unit: '0 to 1', ways: ['price'] },
  { figure: 'days', label: 'Days that a phantom would stay otherwise', unit: 'days until a count or a customer finds it', ways: ['unit', 'price'] },
  { figure: 'amount', label: 'One find is worth', unit: money, ways: ['find'] },
  { figure: 'shareRecovered', label: 'Share of that recovered', unit: '0 to 1: some shoppers have bought something else' },
  { figure: 'costOfMiss', label: 'One missed phantom costs besides', unit: `${money}; 0 where the lost margin is all` },
]

/** What checks cost and finds bring. Kept in this browser; the currency is whatever the user thinks in. */
export function PayoffForm() {
  const payoff = useAppStore((state) => state.payoff)
  const setPayoff = useAppStore((state) => state.setPayoff)
  return (
    <section className={styles['form']} aria-label="Payoff table">
      <h3>Payoff table</h3>
      <label className={styles['row']}>
        <span className={styles['label']}>A find is worth</span>
        <select
          className={styles['way']}
          value={payoff.worthBy}
          onChange={(event) => setPayoff({ worthBy: event.target.value === 'price' ? 'price' : event.target.value === 'find' ? 'find' : 'unit' })}
        >
          <option value="unit">units wanted a day × days × margin of a unit</option>
          <option value="price">units wanted a day × days × share of the price</option>
          <option value="find">the same for each find</option>
        </select>
      </label>
      {rows
        .filter(({ ways }) => ways === undefined || ways.includes(payoff.worthBy))
        .map((row) => (
          <AmountRow key={row.figure} row={row} value={payoff[row.figure]} onChange={(value) => setPayoff({ [row.figure]: value })} />
        ))}
    </section>
  )
}

function AmountRow({ row: { label, unit }, value, onChange }: { readonly row: Row; readonly value: number; readonly onChange: (value: number) => void }) {
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
