/** Models, their combination, ceiling and rules of one set in one list, as the results table shows them. */
import type { Measured } from '../../../domain/metrics/measured'
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { shippedModels } from '../../../domain/scoring/model-manifest'
import { modelName } from '../../format/model-name'

export type ComparedKind = 'model' | 'combined' | 'ceiling' | 'rule'

export interface ComparedRow {
  readonly key: string
  readonly kind: ComparedKind
  readonly name: string
  readonly measured: Measured
}

/** Ids of models in their usual order; those beyond the shipped ones come after them. */
export function inModelOrder(ids: readonly string[]): readonly string[] {
  const order: readonly string[] = shippedModels
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...ids].sort((a, b) => place(a) - place(b))
}

/** Models in their usual order, then all of them as one score, the ceiling, and rules from the highest AP down. */
export function comparedRows(set: MeasuredSet): readonly ComparedRow[] {
  const models = inModelOrder(Object.keys(set.models)).flatMap((id): ComparedRow[] => {
    const measured = set.models[id]
    return measured ? [{ key: `model ${id}`, kind: 'model', name: modelName(id), measured }] : []
  })
  const rules = Object.entries(set.rules).sort(([, a], [, b]) => b.average_precision.value - a.average_precision.value)
  return [
    ...models,
    ...(set.combined ? [{ key: 'combined', kind: 'combined' as const, name: set.combined.name ?? 'All models together', measured: set.combined }] : []),
    ...(set.ceiling ? [{ key: 'ceiling', kind: 'ceiling' as const, name: set.ceiling.name ?? 'Ceiling', measured: set.ceiling }] : []),
    ...rules.map(([id, measured]): ComparedRow => ({ key: `rule ${id}`, kind: 'rule', name: measured.name ?? id, measured })),
  ]
}

/** The rule with the highest AP; null where no rule was measured. */
export function bestRule(rows: readonly ComparedRow[]): ComparedRow | null {
  return rows.find(({ kind }) => kind === 'rule') ?? null
}

/** The row with the highest figure; null where none has one. */
export function bestBy(rows: readonly ComparedRow[], figure: (measured: Measured) => number | undefined): ComparedRow | null {
  let best: ComparedRow | null = null
  let highest = -Infinity
  for (const row of rows) {
    const value = figure(row.measured)
    if (value === undefined || value <= highest) continue
    best = row
    highest = value
  }
  return best
}
