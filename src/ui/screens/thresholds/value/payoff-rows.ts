/** What the payoff table asks, in words: the form and the report say the same. */
import type { PayoffTable } from '../../../../store/payoff-state'

type Amount = Exclude<keyof PayoffTable, 'worthBy'>

export interface PayoffRow {
  readonly figure: Amount
  readonly label: string
  readonly unit: string
  /** Ways of reckoning that read it; all where there are none. */
  readonly ways?: readonly PayoffTable['worthBy'][]
}

const money = 'in your currency'

const rows: readonly PayoffRow[] = [
  { figure: 'costOfCheck', label: 'One check costs', unit: `${money}: the walk, and the count` },
  { figure: 'marginOfUnit', label: 'Margin of one unit', unit: money, ways: ['unit'] },
  { figure: 'marginShare', label: 'Margin, as a share of the price', unit: '0 to 1', ways: ['price'] },
  { figure: 'days', label: 'Days that a phantom would stay otherwise', unit: 'days until a count or a customer finds it', ways: ['unit', 'price'] },
  { figure: 'amount', label: 'One find is worth', unit: money, ways: ['find'] },
  { figure: 'shareRecovered', label: 'Share of that recovered', unit: '0 to 1: some shoppers have bought something else' },
  { figure: 'costOfMiss', label: 'One missed phantom costs besides', unit: `${money}; 0 where the lost margin is all` },
]

export const payoffCaption = 'Payoff table'
export const worthLabel = 'A find is worth'
export const payoffWays = ['unit', 'price', 'find'] as const satisfies readonly PayoffTable['worthBy'][]
export const worthWords: Readonly<Record<PayoffTable['worthBy'], string>> = {
  unit: 'units wanted a day × days × margin of a unit',
  price: 'units wanted a day × days × share of the price',
  find: 'the same for each find',
}

/** The figures that are read when a find is worth what `worthBy` says. */
export function payoffRows(worthBy: PayoffTable['worthBy']): readonly PayoffRow[] {
  return rows.filter(({ ways }) => ways === undefined || ways.includes(worthBy))
}
