/** Models, rules, ceiling and base rate of one set in one list, as the table and the ranking show them. */
import type { Measured } from '../../../domain/metrics/measured'
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { shippedModels } from '../../../domain/scoring/model-manifest'
import { modelName } from '../../format/model-name'

export interface ComparedRow {
  readonly key: string
  readonly kind: 'model' | 'rule' | 'ceiling'
  readonly name: string
  readonly measured: Measured
}

/** Models in their listed order, then rules from the highest AP down, then the ceiling. */
export function comparedRows(set: MeasuredSet): readonly ComparedRow[] {
  const order: readonly string[] = shippedModels
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  const models = Object.entries(set.models).sort(([a], [b]) => place(a) - place(b))
  const rules = Object.entries(set.rules).sort(([, a], [, b]) => b.average_precision.value - a.average_precision.value)
  return [
    ...models.map(([id, measured]): ComparedRow => ({ key: `model ${id}`, kind: 'model', name: modelName(id), measured })),
    ...rules.map(([id, measured]): ComparedRow => ({ key: `rule ${id}`, kind: 'rule', name: measured.name ?? id, measured })),
    ...(set.ceiling ? [{ key: 'ceiling', kind: 'ceiling' as const, name: set.ceiling.name ?? 'Ceiling', measured: set.ceiling }] : []),
  ]
}

/** The rule with the highest AP; null where no rule was measured. */
export function bestRule(rows: readonly ComparedRow[]): ComparedRow | null {
  return rows.find(({ kind }) => kind === 'rule') ?? null
}
