/** Measured rows as tests draw them: few store-items and days, ties, rows that a model has not scored, days left out. */
import fc from 'fast-check'
import type { MeasuredRows } from '../domain/bench/measured-rows'

/** One store-item as it is drawn. */
interface DrawnItem {
  readonly store: number
  readonly firstDay: number
  readonly days: readonly { readonly label: number; readonly score: number; readonly absent: boolean }[]
  readonly unitsADay: number
  readonly price: number
}

/** The id under which drawn rows hold their scores. */
export const drawnModel = 'lgbm'

const score = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 10 }).map((step) => step / 10) },
  { weight: 3, arbitrary: fc.float({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
)

const labels = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(0, 0, 1) }, { weight: 1, arbitrary: fc.constant(0) })

function items(label: fc.Arbitrary<number>, scores: fc.Arbitrary<number>): fc.Arbitrary<DrawnItem[]> {
  return fc.array(
    fc.record({
      store: fc.nat(2),
      firstDay: fc.integer({ min: 20_000, max: 20_006 }),
      days: fc.array(fc.record({ label, score: scores, absent: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0) }), { minLength: 1, maxLength: 12 }),
      unitsADay: fc.oneof(fc.constantFrom(0, 0.5, 2), fc.constant(NaN)),
      price: fc.oneof(fc.constantFrom(1, 9.5), fc.constant(NaN)),
    }),
    { maxLength: 14 },
  )
}

/** Mostly mixed rows; now and then one class only, or one score for all. */
export const drawnMeasuredRows: fc.Arbitrary<MeasuredRows> = fc
  .oneof(
    { weight: 7, arbitrary: items(labels, score) },
    { weight: 1, arbitrary: items(fc.constant(1), score) },
    { weight: 1, arbitrary: items(fc.constant(0), score) },
    { weight: 1, arbitrary: items(labels, fc.constant(0.5)) },
  )
  .map(measuredRows)

function measuredRows(drawn: readonly DrawnItem[]): MeasuredRows {
  // A store-item of which every day is left out would leave a hole in the numbers.
  const kept = drawn.map((item) => ({ ...item, days: item.days.map((day, at) => ({ ...day, at })).filter(({ absent }) => !absent) })).filter(({ days }) => days.length > 0)
  const flat = kept.flatMap((item, number) => item.days.map((day) => ({ ...item, ...day, number })))
  return {
    source: 'extract',
    rows: flat.length,
    labels: Uint8Array.from(flat, ({ label }) => label),
    scores: new Map([[drawnModel, Float32Array.from(flat, (row) => row.score)]]),
    item: Uint32Array.from(flat, ({ number }) => number),
    items: kept.length,
    store: Uint32Array.from(flat, ({ store }) => store),
    stores: 3,
    day: Int32Array.from(flat, ({ firstDay, at }) => firstDay + at),
    daysSeen: Uint16Array.from(flat, ({ at }) => 28 + at),
    unitsADay: Float32Array.from(flat, ({ unitsADay }) => unitsADay),
    price: Float32Array.from(flat, ({ price }) => price),
    groups: new Map(),
  }
}
