/** Rows as tests draw them: scores on a coarse grid so that ties are common, some unknown. */
import fc from 'fast-check'

export interface DrawnRows {
  readonly scores: Float32Array
  readonly labels: Float64Array
}

const score = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 }).map((step) => step / 20) },
  { weight: 3, arbitrary: fc.float({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
)
const label = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: fc.constant(NaN) })

function rows(scores: fc.Arbitrary<number>, labels: fc.Arbitrary<number>): fc.Arbitrary<DrawnRows> {
  return fc
    .array(fc.record({ score: scores, label: labels }), { maxLength: 120 })
    .map((drawn) => ({ scores: Float32Array.from(drawn, (row) => row.score), labels: Float64Array.from(drawn, (row) => row.label) }))
}

/** Mostly mixed rows; now and then one class only, or one score for all. */
export const drawnRows: fc.Arbitrary<DrawnRows> = fc.oneof(
  { weight: 7, arbitrary: rows(score, label) },
  { weight: 1, arbitrary: rows(score, fc.constant(1)) },
  { weight: 1, arbitrary: rows(score, fc.constant(0)) },
  { weight: 1, arbitrary: rows(fc.constant(0.5), label) },
)

/** Rows written out by hand; labels as text, one character '0' or '1' a score. */
export function rowsOf(scores: readonly number[], labels: string): DrawnRows {
  return { scores: Float32Array.from(scores), labels: Float64Array.from(labels, Number) }
}

/** Score and label of every row that has both. */
export function knownPairs({ scores, labels }: DrawnRows): { readonly score: number; readonly phantom: boolean }[] {
  return Array.from(scores, (score, row) => ({ score, label: labels[row]! }))
    .filter(({ score, label }) => !Number.isNaN(score) && !Number.isNaN(label))
    .map(({ score, label }) => ({ score, phantom: label === 1 }))
}
