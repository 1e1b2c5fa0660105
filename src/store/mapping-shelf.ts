/** What the browser has kept of mappings: read with suspicion, for anybody may have written there. Format 1. */
import { z } from 'zod'
import { fields } from '../domain/csv/fields'
import type { FieldName } from '../domain/csv/fields'
import type { RememberedMapping } from '../domain/csv/remembered-mapping'

export type MappingShelf = readonly RememberedMapping[]

/** A mapping that was settled, as it is written; `knownMapping` makes one that can be used of it. */
export const writtenMapping = z.object({
  headers: z.array(z.string()),
  savedAt: z.number(),
  mapping: z.object({ columns: z.record(z.string(), z.number().int().min(0)), dateOrder: z.enum(['ymd', 'dmy', 'mdy']), decimal: z.enum(['.', ',']) }),
})

const shelf = z.object({ version: z.literal(1), mappings: z.array(writtenMapping) })

/** Without fields that this version does not have, and without columns that the headers do not have. */
export function knownMapping({ headers, savedAt, mapping }: z.infer<typeof writtenMapping>): RememberedMapping {
  const columns: Partial<Record<FieldName, number>> = {}
  for (const { name } of fields) {
    const column = mapping.columns[name]
    if (column !== undefined && column < headers.length) columns[name] = column
  }
  return { headers, savedAt, mapping: { ...mapping, columns } }
}

/** Empty where there is nothing, or nothing that is sound; fields that we do not know are left out. */
export function readMappingShelf(text: string | null): MappingShelf {
  if (text === null) return []
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return []
  }
  const sound = shelf.safeParse(found)
  if (!sound.success) return []
  return sound.data.mappings.map(knownMapping)
}
