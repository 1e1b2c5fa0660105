/** Entries that come from where no type reaches: the browser's database, another tab. */
import { z } from 'zod'
import { outcomes, type FindingEntry } from './finding'

const place = { set: z.enum(['own', 'demo']), store: z.string(), sku: z.string(), day: z.int(), enteredAt: z.number() }
const promise = z.object({ model: z.string(), probability: z.number().min(0).max(1), alerted: z.boolean() })

const entry = z.discriminatedUnion('outcome', [
  z.object({
    ...place,
    outcome: z.enum(outcomes),
    itemName: z.string().nullable(),
    onHand: z.number().nullable(),
    counted: z.number().min(0).nullable(),
    note: z.string(),
    promise: promise.nullable(),
  }),
  z.object({ ...place, outcome: z.null() }),
])

/** The entry that a value is, without what does not belong to it; null where it is none. */
export function readEntry(value: unknown): FindingEntry | null {
  const read = entry.safeParse(value)
  return read.success ? read.data : null
}
