import { type Problem, type ProblemCode, problemsKept } from './problems'

/** Characters of a found text that are kept. */
const foundLength = 80

/** Problems as they are met: all counted, the first `problemsKept` of the file kept in full. */
export class ProblemList {
  readonly counts: Partial<Record<ProblemCode, number>> = {}
  badRows = 0
  badCells = 0
  private readonly kept: Problem[] = []
  private readonly keptLate: Problem[] = []

  /** A problem met while reading on; problems come in file order. */
  add(problem: Problem): void {
    this.count(problem)
    if (this.kept.length < problemsKept) this.kept.push(shortened(problem))
  }

  /** A problem that only the whole file shows; these too come in file order among themselves. */
  addLate(problem: Problem): void {
    this.count(problem)
    if (this.keptLate.length < problemsKept) this.keptLate.push(shortened(problem))
  }

  private count(problem: Problem): void {
    this.counts[problem.code] = (this.counts[problem.code] ?? 0) + 1
    // A restated day is no bad row: its later record stands.
    if (problem.effect === 'cell') this.badCells++
    else if (problem.code !== 'restated-day') this.badRows++
  }

  /** The first `problemsKept`, in file order. */
  inFileOrder(): readonly Problem[] {
    return [...this.kept, ...this.keptLate].sort((a, b) => a.record - b.record).slice(0, problemsKept)
  }
}

function shortened(problem: Problem): Problem {
  return problem.found.length <= foundLength ? problem : { ...problem, found: `${problem.found.slice(0, foundLength - 1)}…` }
}
