/** Changes to a mapping on the import screen. A column feeds one field at most. */
import type { FieldName } from '../domain/csv/fields'
import { fields } from '../domain/csv/fields'
import type { Mapping, QuestionOption } from '../domain/csv/mapping'

/** The mapping after an answer: null in the answer's columns frees a field. */
export function answerMapping(mapping: Mapping, change: QuestionOption['change']): Mapping {
  const { columns = {}, ...rest } = change
  let changed: Mapping = { ...mapping, ...rest }
  for (const { name } of fields) {
    const column = columns[name]
    if (column !== undefined) changed = feedField(changed, name, column)
  }
  return changed
}

/** Feeds a field from a column (null: from none). Another field that the column fed is freed. */
export function feedField(mapping: Mapping, field: FieldName, column: number | null): Mapping {
  const columns: Partial<Record<FieldName, number>> = {}
  for (const { name } of fields) {
    const fed = mapping.columns[name]
    if (name !== field && fed !== undefined && fed !== column) columns[name] = fed
  }
  if (column !== null) columns[field] = column
  return { ...mapping, columns }
}

/** What a column is (null: not used). The field that it fed is freed, and so is the column that fed this field. */
export function nameColumn(mapping: Mapping, column: number, field: FieldName | null): Mapping {
  if (field !== null) return feedField(mapping, field, column)
  const fed = fieldOfColumn(mapping, column)
  return fed === null ? mapping : feedField(mapping, fed, null)
}

/** The field that a column feeds; null where it is not used. */
export function fieldOfColumn(mapping: Mapping, column: number): FieldName | null {
  return fields.find(({ name }) => mapping.columns[name] === column)?.name ?? null
}

/** Required fields that no column feeds: while there are any, nothing can be scored. */
export function missingFields(mapping: Mapping): readonly FieldName[] {
  return fields.filter(({ name, need }) => need === 'always' && mapping.columns[name] === undefined).map(({ name }) => name)
}
