/** Fetches row objects for the rows that are drawn, and keeps them. */
import { useEffect, useRef, useState } from 'react'
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { useAppStore } from '../../app-store-context'

/** Rows kept before the oldest half is let go. */
const keptRows = 5_000

/**
 * The rows by their number, those that have come so far. While scoring goes on their
 * probabilities still grow, so what was fetched is forgotten when it ends.
 */
export function useAlertRows(wanted: readonly number[]): ReadonlyMap<number, AlertRow> {
  const fetchRows = useAppStore((state) => state.rows)
  const opened = useAppStore((state) => state.opened)
  const scored = useAppStore((state) => state.phase.phase === 'ready')
  const [known, setKnown] = useState<ReadonlyMap<number, AlertRow>>(new Map())
  const asked = useRef<{ readonly of: unknown; readonly scored: boolean; readonly rows: Set<number> }>({ of: null, scored: false, rows: new Set() })
  const key = wanted.join(' ')

  useEffect(() => {
    if (asked.current.of !== opened || asked.current.scored !== scored) asked.current = { of: opened, scored, rows: new Set() }
    const { current } = asked
    const lacking = key === '' ? [] : key.split(' ').map(Number).filter((row) => !current.rows.has(row))
    if (lacking.length === 0) return
    for (const row of lacking) current.rows.add(row)
    fetchRows(Uint32Array.from(lacking)).then(
      (rows) => {
        if (asked.current !== current) return
        setKnown((before) => {
          const kept = before.size > keptRows ? [...before].slice(-keptRows / 2) : [...before]
          if (before.size > keptRows) {
            current.rows.clear()
            for (const [row] of kept) current.rows.add(row)
          }
          return new Map([...kept, ...rows.map((row) => [row.row, row] as const)])
        })
      },
      // The store says why; these rows can be asked for again.
      () => lacking.forEach((row) => current.rows.delete(row)),
    )
  }, [key, opened, scored, fetchRows])

  return known
}
