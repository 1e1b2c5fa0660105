/** Findings for tests: few places, so that entries meet; texts with everything that breaks files. */
import fc from 'fast-check'
import { outcomes, type Finding, type FindingEntry, type Withdrawal } from '../domain/findings/finding'

/** Letters, blanks, quotes, delimiters, line ends, formula signs, full-width ones, digits with zeros in front. */
export const awkwardText = fc
  .array(fc.constantFrom('a', 'Ä', ' ', '"', "'", ',', ';', '\t', '\n', '\r\n', '=', '+', '-', '@', '＝', '0', '1', '.', '日', '|'), { maxLength: 8 })
  .map((parts) => parts.join(''))

/** An identifier as an extract may hold it: not blank, blanks cut off. */
export const awkwardIdentifier = fc.oneof(
  fc.constantFrom('000123', '1e3', '-12', '+44', '=1+1', "'007", '12345678901234567890', '21-5815-001'),
  awkwardText.map((text) => text.trim()).filter((text) => text !== ''),
)

const place = {
  set: fc.constantFrom('own', 'demo'),
  store: fc.constantFrom('1', '01', '2'),
  sku: fc.constantFrom('7', '007', "'=7"),
  day: fc.integer({ min: 20_000, max: 20_002 }),
} as const
const enteredAt = fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_005 })

export const drawnFinding: fc.Arbitrary<Finding> = fc.record({
  ...place,
  outcome: fc.constantFrom(...outcomes),
  itemName: fc.option(awkwardText),
  onHand: fc.option(fc.integer({ min: -5, max: 500 })),
  counted: fc.option(fc.oneof(fc.nat(500), fc.constantFrom(0.5, 1.25, 1234.125))),
  note: awkwardText,
  enteredAt,
  promise: fc.option(fc.record({ model: fc.constantFrom('lgbm', 'own-xgb'), probability: fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1_000_000), alerted: fc.boolean() })),
})

export const drawnWithdrawal: fc.Arbitrary<Withdrawal> = fc.record({ ...place, outcome: fc.constant(null), enteredAt })

export const drawnEntry: fc.Arbitrary<FindingEntry> = fc.oneof(drawnFinding, drawnWithdrawal)
