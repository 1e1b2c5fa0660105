/** One piece of evidence of tried rows, read and set: a feature, or a column of the extract that a pipeline reads. */
import { featureCount, featureNames } from '../domain/features/catalog'
import type { FieldColumns } from '../domain/pipelines/gather-fields'
import { sourceKey, type ColumnSource } from '../domain/pipelines/pipeline-spec'
import type { TriedModel, TriedRows, TriedValues } from './tried-rows'

/** What a name means to a model: what its pipeline reads under it, else a feature. Throws where it means nothing. */
export function evidenceNamed({ models }: TriedModel, name: string): ColumnSource {
  const read = models.flatMap(({ sources = [] }) => sources).find((source) => sourceKey(source) === name)
  if (read) return read
  if (!featureNames.includes(name)) throw new RangeError(`No feature is called "${name}".`)
  return { kind: 'feature', feature: name }
}

/** What the rows have on their own day: numbers, NaN where there is none, or texts, '' where there is none. */
export function evidenceOf({ values, last, columns }: TriedRows, source: ColumnSource): Float64Array | readonly string[] {
  if (source.kind === 'field') return columns[source.field] ?? new Float64Array(last.length).fill(NaN)
  const column = featureNames.indexOf(source.feature)
  return Float64Array.from(last, (day) => values[day * featureCount + column]!)
}

/** The rows with the same value for all, on their own day alone; days before it, which a model that reads whole series sees too, stay as they are. */
export function withValue(tried: TriedRows, source: ColumnSource, value: number | string): TriedValues {
  const values = tried.values.slice()
  if (source.kind === 'field') {
    const set = typeof value === 'string' ? new Array<string>(tried.last.length).fill(value) : new Float64Array(tried.last.length).fill(value)
    return { values, columns: { ...tried.columns, [source.field]: set } }
  }
  const column = featureNames.indexOf(source.feature)
  for (const day of tried.last) values[day * featureCount + column] = Number(value)
  return { values, columns: tried.columns }
}

/** Fields of the extract with the values of other rows: `from[row]` is the row of `others` whose value a row is given. */
export function withFieldsOf(columns: FieldColumns, others: FieldColumns, sources: readonly ColumnSource[], from: Int32Array): FieldColumns {
  const exchanged = sources.flatMap((source) => {
    const given = source.kind === 'field' ? others[source.field] : undefined
    if (source.kind !== 'field' || !given) return []
    return [[source.field, given instanceof Float64Array ? Float64Array.from(from, (row) => given[row]!) : Array.from(from, (row) => given[row]!)] as const]
  })
  return { ...columns, ...Object.fromEntries(exchanged) }
}
