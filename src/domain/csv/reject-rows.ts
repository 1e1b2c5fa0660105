/** Rows that are handed back for mending: which, and what is said beside them. */
import type { Problem, ProblemCode } from './problems'
import type { FileRead } from './read-result'

/** Nothing is to be mended: a rule says what became of the row. */
const settled: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['restated-day', 'total-row'])

/** Is there something in the file that a person can put right? */
export function isMendable(code: ProblemCode): boolean {
  return !settled.has(code)
}

/**
 * By record, the cells of `rejectColumns`: file, line, columns and what is wrong, for all problems
 * that can be mended. A row with several has them all in its one line.
 */
export function rejectCells(problems: readonly Problem[], files: readonly Pick<FileRead, 'name'>[]): ReadonlyMap<number, readonly string[]> {
  const ofRecord = new Map<number, Problem[]>()
  for (const problem of problems) {
    if (!isMendable(problem.code)) continue
    ofRecord.set(problem.record, [...(ofRecord.get(problem.record) ?? []), problem])
  }
  return new Map(
    [...ofRecord].map(([record, found]) => {
      const [first] = found
      const columns = found.map(({ column }) => column ?? 'whole row')
      const words = found.map((problem) => `${problem.found.trim() === '' ? 'empty' : `'${problem.found}' found`}, expected ${problem.expected}`)
      return [record, [files[first!.file]?.name ?? '', String(first!.line), columns.join('; '), words.join('; ')]] as const
    }),
  )
}
