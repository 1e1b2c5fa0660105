/** The numbers of the sections that compare, set apart and reckon, as the report's file carries them. */
import type { AlertedRows, ComparedPair, Comparison } from '../../../domain/bench/compare'
import type { SureScore } from '../../../domain/bench/ranking'
import type { Segments } from '../../../domain/bench/segments'
import { payoffOf } from '../../../store/payoff-state'
import type { ReportStudies } from './report-content'

/** A 95 % interval; null where too few store-items stand behind the figure. */
export const intervalData = ({ low, high, tooFew }: SureScore) => (tooFew || Number.isNaN(low) ? null : { low, high })

export function studiesData({ comparison, segments, floor, payoff: { table, curve } }: ReportStudies) {
  return {
    comparison: comparison && { own: comparisonData(comparison.own), equal: comparisonData(comparison.equal) },
    segments: segments.map((apart) => segmentsData(apart, floor)),
    payoff: {
      ...payoffOf(table),
      profit: curve && {
        rows: curve.rows,
        store_days: curve.storeDays,
        worth_known: curve.worthKnown,
        best_threshold: curve.best.threshold,
        points: curve.points.map(({ threshold, counts, worthFound, profit }) => ({ threshold, ...counts, worth_found: worthFound, profit })),
      },
    },
  }
}

function comparisonData({ rows, models, pairs }: Comparison) {
  return {
    rows,
    models: models.map(({ model, threshold, counts, precision, recall }) => ({ model, threshold, counts, intervals: { precision: intervalData(precision), recall: intervalData(recall) } })),
    pairs: pairs.map(({ a, b, both, onlyA, onlyB }: ComparedPair) => ({ a, b, both: partData(both), only_a: partData(onlyA), only_b: partData(onlyB) })),
  }
}

const partData = ({ alerts, phantom, precision }: AlertedRows) => ({ alerts, phantom, precision_interval: intervalData(precision) })

function segmentsData({ by, segments, now, atOwn }: Segments, floor: number) {
  return {
    by,
    precision_floor: floor,
    segments: segments.map(({ label, rows, items, positives, counts, precision, recall, own }) => ({
      label,
      rows,
      items,
      positives,
      counts,
      intervals: { precision: intervalData(precision), recall: intervalData(recall) },
      own: own && { threshold: own.threshold, held_out: own.heldOut },
    })),
    now,
    at_own: atOwn,
  }
}
