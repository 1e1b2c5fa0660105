/** A mapping that a person settled once, for files with the same headers. */
import { fieldNamed, type FieldName, fields } from './fields'
import type { FieldMatch, Mapping, MappingProposal } from './mapping'
import { parseDate } from './parse-date'
import { isMissing, parseNumber } from './parse-number'
import { columnsOf } from './propose-group'
import { isRejectColumn } from './reject-columns'

export interface RememberedMapping {
  /** The headers of the file, as it had them. */
  readonly headers: readonly string[]
  readonly mapping: Mapping
  /** Milliseconds since 1970-01-01 UTC. */
  readonly savedAt: number
}

/** What files with the same headers, in whatever order, have in common. */
export function headerFingerprint(headers: readonly string[]): string {
  return JSON.stringify(
    headers
      .map((header) => header.trim())
      .filter((header) => !isRejectColumn(header))
      .toSorted(),
  )
}

/**
 * The proposal as it was settled before, with nothing left to ask; null where the values that the
 * file shows do not bear it out. Where this file itself says how its dates and numbers are written,
 * it is believed over the memory.
 */
export function recallMapping(proposal: MappingProposal, { headers, mapping }: RememberedMapping): MappingProposal | null {
  const places = columnsOf(headers, proposal.headers)
  const columns: Partial<Record<FieldName, number>> = {}
  for (const { name } of fields) {
    const before = mapping.columns[name]
    if (before === undefined) continue
    const now = places[before] ?? -1
    if (now < 0) return null
    columns[name] = now
  }
  const asked = new Set<string>(proposal.questions.map(({ id }) => id))
  const recalled: Mapping = {
    columns,
    dateOrder: asked.has('date-order') ? mapping.dateOrder : proposal.mapping.dateOrder,
    decimal: asked.has('decimal') ? mapping.decimal : proposal.mapping.decimal,
  }
  if (fields.some(({ name }) => refuted(name, columns[name], recalled, proposal.preview))) return null
  const matches = fields.flatMap(({ name }): FieldMatch[] => {
    const column = columns[name]
    return column === undefined ? [] : [{ field: name, column, confidence: 1, reason: `"${proposal.headers[column]!}" was settled for it before.` }]
  })
  return { ...proposal, mapping: recalled, matches, questions: [], missing: [] }
}

/** Do most of the values shown say that the column is no such thing? */
function refuted(field: FieldName, column: number | undefined, { dateOrder, decimal }: Mapping, preview: MappingProposal['preview']): boolean {
  const { kind, need } = fieldNamed(field)
  if (column === undefined) return need === 'always'
  const filled = preview.map((cells) => cells[column] ?? '').filter((text) => !isMissing(text))
  const unread = filled.filter((text) => (kind === 'date' ? Number.isNaN(parseDate(text, dateOrder)) : kind === 'number' && Number.isNaN(parseNumber(text, decimal))))
  return unread.length > 0.5 * filled.length
}
