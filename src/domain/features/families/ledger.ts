/** Does the record add up, and was it put right before? */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { knownQuantity } from '../known-quantity'
import type { SeriesDays } from '../series-days'

const parts = ['onHand', 'unitsSold', 'unitsReceived', 'unitsAdjusted'] as const

const specs = [
  { name: 'inventory_discrepancy', family: 'ledger', unit: 'units', formula: 'On-hand - (previous on-hand + received + adjusted - sold). Receipts are inferred from rises of 2 units or more where the file has none; no adjustment known is 0. NaN on the first day and where on-hand or sales are unknown.', sources: parts, phrase: 'units by which the record does not add up' },
  { name: 'residual_abs_mean_28', family: 'ledger', unit: 'units', formula: 'Mean of |inventory_discrepancy| over the last 28 days, known days only.', sources: parts, phrase: 'mean unexplained units a day in 28 days' },
  { name: 'residual_abs_mean_90', family: 'ledger', unit: 'units', formula: 'As residual_abs_mean_28, over 90 days.', sources: parts, phrase: 'mean unexplained units a day in 90 days' },
  { name: 'residual_days_90', family: 'ledger', unit: 'days', formula: 'Days of the last 90 with |inventory_discrepancy| > .01.', sources: parts, phrase: 'days of 90 on which the record did not add up' },
  { name: 'residual_sum_90', family: 'ledger', unit: 'units', formula: 'Sum of inventory_discrepancy over the last 90 days.', sources: parts, phrase: 'unexplained units in 90 days' },
  { name: 'residual_negative_sum_90', family: 'ledger', unit: 'units', formula: 'Sum of the negative inventory_discrepancy over the last 90 days, <= 0.', sources: parts, phrase: 'units lost without explanation in 90 days' },
  { name: 'days_since_residual', family: 'ledger', unit: 'days', formula: 'Days since |inventory_discrepancy| was last above .01; NaN if never.', sources: parts, phrase: 'days since the record did not add up' },
  { name: 'adjusted_sd_90', family: 'ledger', unit: 'units', formula: 'Standard deviation of units adjusted over the last 90 days around 0 (root mean square), known days only; NaN without any.', sources: ['unitsAdjusted'], phrase: 'spread of corrections in 90 days' },
  { name: 'adjusted_sum_90', family: 'ledger', unit: 'units', formula: 'Sum of units adjusted over the last 90 days; NaN without a known day.', sources: ['unitsAdjusted'], phrase: 'units corrected in 90 days' },
  { name: 'days_since_adjustment', family: 'ledger', unit: 'days', formula: 'Days since units adjusted was last not 0; NaN if never or unknown.', sources: ['unitsAdjusted'], phrase: 'days since the last correction' },
  { name: 'days_since_count', family: 'ledger', unit: 'days', formula: 'Days since a physical count is on record (that there was one, not what it found); NaN if never or unknown.', sources: ['countedUnits'], phrase: 'days since the last count' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)
const noticeable = 0.01

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { length, start, residual, adjusted } = days
  const counted = days.context.table.optional.countedUnits
  let absolute28 = 0
  let known28 = 0
  let absolute90 = 0
  let known90 = 0
  let days90 = 0
  let sum90 = 0
  let negative90 = 0
  let residualOn = NaN
  let corrected = 0
  let correctedSquare = 0
  let correctedKnown = 0
  let correctedOn = NaN
  let countedOn = NaN
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const now = residual[i]!
    if (now === now) {
      const size = now < 0 ? -now : now
      absolute28 += size
      absolute90 += size
      known28++
      known90++
      sum90 += now
      if (now < 0) negative90 += now
      if (size > noticeable) {
        days90++
        residualOn = i
      }
    }
    if (i >= 28) {
      const gone = residual[i - 28]!
      if (gone === gone) {
        absolute28 -= gone < 0 ? -gone : gone
        known28--
      }
    }
    if (i >= 90) {
      const gone = residual[i - 90]!
      if (gone === gone) {
        const size = gone < 0 ? -gone : gone
        absolute90 -= size
        known90--
        sum90 -= gone
        if (gone < 0) negative90 -= gone
        if (size > noticeable) days90--
      }
      const goneCorrection = adjusted[i - 90]!
      if (goneCorrection === goneCorrection) {
        corrected -= goneCorrection
        correctedSquare -= goneCorrection * goneCorrection
        correctedKnown--
      }
    }
    const correction = adjusted[i]!
    if (correction === correction) {
      corrected += correction
      correctedSquare += correction * correction
      correctedKnown++
      if (correction !== 0) correctedOn = i
    }
    if (counted && knownQuantity(counted[start + i]!) >= 0) countedOn = i

    out[o + c.inventory_discrepancy] = now
    out[o + c.residual_abs_mean_28] = known28 > 0 ? absolute28 / known28 : NaN
    out[o + c.residual_abs_mean_90] = known90 > 0 ? absolute90 / known90 : NaN
    out[o + c.residual_days_90] = days90
    out[o + c.residual_sum_90] = sum90
    out[o + c.residual_negative_sum_90] = negative90
    out[o + c.days_since_residual] = i - residualOn
    out[o + c.adjusted_sd_90] = correctedKnown > 0 ? Math.sqrt((correctedSquare > 0 ? correctedSquare : 0) / correctedKnown) : NaN
    out[o + c.adjusted_sum_90] = correctedKnown > 0 ? corrected : NaN
    out[o + c.days_since_adjustment] = i - correctedOn
    out[o + c.days_since_count] = i - countedOn
  }
}

export const ledger: Family = { specs, fill }
