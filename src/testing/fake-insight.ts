/** Answers about a row otherwise and about a model, plain functions of the question. */
import type { AlertRow } from '../domain/alerts/alert-row'
import { evidenceGroups } from '../domain/explain/evidence-groups'
import type { InsightAnswer, InsightQuestion } from '../domain/insight/insight-question'
import type { Scenario } from '../domain/what-if/scenario'
import type { WhatIfOutcome } from '../engine/what-if'

/** Each day less since the last sale takes .01 off every score; no record, no answer. */
export function fakeWhatIf(row: AlertRow, { daysSinceSale, onHand }: Scenario): WhatIfOutcome {
  if (onHand !== undefined && !(onHand > 0)) {
    return { ok: false, fault: { code: 'on-hand-not-above-zero', field: 'onHand', sentence: 'With nothing on record nothing can be missing.', advice: 'Give more than 0.' } }
  }
  const silent = daysSinceSale ?? row.daysSinceSale
  const less = 0.01 * ((row.daysSinceSale ?? 0) - (silent ?? 0))
  const probabilities = Object.fromEntries(Object.entries(row.probabilities).map(([id, probability]) => [id, Math.max(0, (probability ?? NaN) - less)]))
  const changes = silent === row.daysSinceSale ? [] : [{ kind: 'sale-added', day: row.day - (silent ?? 0), units: 2 } as const]
  return { ok: true, value: { probabilities, missedUnits: row.missedUnits, daysSinceSale: silent, changes } }
}

export function fakeInsight(question: InsightQuestion): InsightAnswer {
  if (question.kind === 'reliance') {
    const groups = evidenceGroups.map(({ id }, at) => ({ key: id, moved: 2 / (at + 1), shift: -1 / (at + 1), precisionLost: null }))
    return { kind: 'reliance', rows: 60, phantom: null, groups, features: [{ key: 'days_since_sale', moved: 0.5, shift: -0.4, precisionLost: null }] }
  }
  return {
    kind: 'dependence',
    rows: 2,
    values: Float64Array.of(0, 5, 10),
    texts: null,
    mean: Float64Array.of(0.1, 0.4, 0.8),
    low: Float64Array.of(0.05, 0.3, 0.7),
    high: Float64Array.of(0.2, 0.5, 0.9),
    lines: [Float32Array.of(0.05, 0.3, 0.7), Float32Array.of(0.2, 0.5, 0.9)],
    whereMissing: 0.3,
    spread: { rows: 10, missing: 2, from: 0, to: 10, counts: Uint32Array.of(5, 2, 1) },
  }
}
