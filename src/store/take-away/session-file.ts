/** The session as a file: what was set, settled and found, and no row of the extract. Formats: CHANGELOG.md. */
import { z } from 'zod'
import type { RememberedMapping } from '../../domain/csv/remembered-mapping'
import type { FindingEntry } from '../../domain/findings/finding'
import { readEntry } from '../../domain/findings/read-entry'
import { knownMapping, writtenMapping } from '../mapping-shelf'
import { settingSchema, type Setting } from './setting'
import { notASession, sessionDamaged, sessionTooNew, type Taken } from './take-away-faults'

export const sessionFormat = 'phantom-inventory-session'
export const sessionVersion = 1

export interface Session {
  readonly setting: Setting
  /** How columns were settled, one a set of headers. */
  readonly mappings: readonly RememberedMapping[]
  /** What was found and what was taken back, so that an older copy cannot bring it back. */
  readonly findings: readonly FindingEntry[]
}

/** A session as read. */
export interface ReadSession extends Session {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly savedAt: number
  /** Entries of the file that are no findings. */
  readonly unreadFindings: number
}

const head = z.object({ format: z.literal(sessionFormat), format_version: z.number().int() })
const body = z.object({ saved_at: z.iso.datetime(), setting: settingSchema, mappings: z.array(writtenMapping), findings: z.array(z.unknown()) })

/** @param savedAt milliseconds since 1970-01-01 UTC */
export function sessionText({ setting, mappings, findings }: Session, savedAt: number): string {
  const file = { format: sessionFormat, format_version: sessionVersion, saved_at: new Date(savedAt).toISOString(), setting, mappings, findings }
  return `${JSON.stringify(file, null, 1)}\n`
}

/**
 * Fields and entries that this version does not know are left out and, of findings, counted; anything
 * else that departs from the format refuses the whole file, so that half a session is never taken on.
 */
export function readSession(text: string): Taken<ReadSession> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, fault: notASession }
  }
  const named = head.safeParse(json)
  if (!named.success) return { ok: false, fault: notASession }
  const version = named.data.format_version
  if (version > sessionVersion) return { ok: false, fault: sessionTooNew(version, sessionVersion) }
  const read = body.safeParse(json)
  if (!read.success || version !== sessionVersion) return { ok: false, fault: sessionDamaged(read.error?.issues[0]?.path.join('.') ?? 'format_version') }
  const { saved_at, setting, mappings, findings } = read.data
  const entries = findings.flatMap((value) => readEntry(value) ?? [])
  return {
    ok: true,
    value: {
      setting,
      savedAt: Date.parse(saved_at),
      mappings: mappings.map(knownMapping),
      findings: entries,
      unreadFindings: findings.length - entries.length,
    },
  }
}
