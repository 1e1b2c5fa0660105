/** The kept problems as a CSV, one line each, safe to open in a spreadsheet. */
import { safeCell } from '../domain/csv/append-columns'
import type { Problem } from '../domain/csv/problems'

const columns = ['line', 'column', 'problem', 'found', 'expected', 'effect'] as const

export function problemsCsv(problems: readonly Problem[]): string {
  const lines = problems.map(({ line, column, code, found, expected, effect }) =>
    [String(line), column ?? '', code, found, expected, effect].map((cell) => safeCell(cell, ',')).join(','),
  )
  return [columns.join(','), ...lines, ''].join('\n')
}
