/** Header lines in the manner of real extracts, each header with the field that it must feed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FieldName } from '../../domain/csv/fields'

/** What stands in a column that feeds no field. */
export type DecoyKind = 'number' | 'money' | 'date' | 'text' | 'flag'

export interface CorpusColumn {
  readonly header: string
  /** Null: a decoy, which must feed nothing. */
  readonly field: FieldName | null
  readonly decoy: DecoyKind
  /** The header leaves it open whether the field is meant: to be asked about, never taken in silence. */
  readonly mustAsk: boolean
}

export interface CorpusSet {
  /** File of the corpus and line in it. */
  readonly place: string
  readonly columns: readonly CorpusColumn[]
}

/** The short names that the files use behind a header. */
const fieldOf: Readonly<Record<string, FieldName>> = {
  d: 'date', s: 'store_id', i: 'sku_id', oh: 'on_hand', us: 'units_sold', fc: 'forecast_units', lt: 'lead_time_forecast_units', rc: 'units_received',
  oo: 'units_on_order', ad: 'units_adjusted', ct: 'counted_units', pr: 'price', uc: 'unit_cost', pm: 'on_promo', md: 'min_display_units', cp: 'case_pack',
  ca: 'category', dp: 'department', ai: 'aisle', bn: 'bin', nm: 'item_name', ph: 'phantom',
}
const decoyOf: Readonly<Record<string, DecoyKind>> = { '~n': 'number', '~m': 'money', '~d': 'date', '~t': 'text', '~f': 'flag' }

/**
 * All sets of `sets/*.txt`: a line is a header line, its columns parted by ` | `, each
 * `Header:meaning`; `~n ~m ~d ~t ~f` are decoys (number, money, date, text, flag), `?` behind a
 * field says that it must be asked about.
 */
export function readCorpus(): readonly CorpusSet[] {
  const folder = join(import.meta.dirname, 'sets')
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (line === '' || line.startsWith('#') ? [] : [{ place: `${file}:${at + 1}`, columns: line.split('|').map((cell) => columnOf(cell, `${file}:${at + 1}`)) }])),
    )
}

function columnOf(cell: string, place: string): CorpusColumn {
  const cut = cell.lastIndexOf(':')
  const meaning = cell.slice(cut + 1).trim()
  const field = fieldOf[meaning.replace('?', '')]
  const decoy = decoyOf[meaning]
  if (!field && !decoy) throw new Error(`${place}: "${meaning}" is no meaning that the corpus knows.`)
  return { header: cell.slice(0, cut).trim(), field: field ?? null, decoy: decoy ?? 'number', mustAsk: meaning.endsWith('?') }
}
