/** Findings as a CSV file, safe to open in a spreadsheet; `readFindingsCsv` reads it back without loss. */
import { safeCell } from '../csv/append-columns'
import { isoDay } from '../csv/parse-date'
import { wasPhantom, type Finding } from './finding'

/**
 * Columns of the file, in its order. Where a field of an extract means the same, its name is the same,
 * so that findings can be joined with extracts. `phantom` follows from `found`: 1, 0 or empty, as a label.
 */
export const findingColumns = [
  'store_id',
  'sku_id',
  'item_name',
  'date',
  'found',
  'counted_units',
  'on_hand',
  'note',
  'entered_at',
  'probability',
  'model',
  'alert',
  'phantom',
] as const
export type FindingColumn = (typeof findingColumns)[number]

/**
 * One line a finding, in the order given, with a header; LF line ends. Days are yyyy-mm-dd, times ISO
 * 8601 in UTC, numbers have a decimal point. Identifiers stay as they are, but for the apostrophe of `guarded`.
 */
export function findingsCsv(findings: Iterable<Finding>): string {
  const lines: string[] = [findingColumns.join(',')]
  for (const finding of findings) lines.push(findingColumns.map((column) => cellOf(finding, column)).join(','))
  return `${lines.join('\n')}\n`
}

function cellOf(finding: Finding, column: FindingColumn): string {
  switch (column) {
    case 'store_id':
      return guarded(finding.store)
    case 'sku_id':
      return guarded(finding.sku)
    case 'item_name':
      return guarded(finding.itemName ?? '')
    case 'date':
      return isoDay(finding.day)
    case 'found':
      return finding.outcome
    case 'counted_units':
      return finding.counted === null ? '' : String(finding.counted)
    case 'on_hand':
      return finding.onHand === null ? '' : String(finding.onHand)
    case 'note':
      return guarded(finding.note)
    case 'entered_at':
      return new Date(finding.enteredAt).toISOString()
    case 'probability':
      return finding.promise ? String(finding.promise.probability) : ''
    case 'model':
      return finding.promise ? guarded(finding.promise.model) : ''
    case 'alert':
      return finding.promise ? (finding.promise.alerted ? '1' : '0') : ''
    case 'phantom': {
      const phantom = wasPhantom(finding.outcome)
      return phantom === null ? '' : phantom ? '1' : '0'
    }
  }
}

/** Text with an apostrophe in front where a spreadsheet might run it, and where it begins with one itself, so that `unguarded` gives it back. */
export function guarded(text: string): string {
  return safeCell(text.startsWith("'") ? `'${text}` : text, ',')
}

/** The text that `guarded` was given, from the cell's content. */
export function unguarded(content: string): string {
  return content.startsWith("'") ? content.slice(1) : content
}
