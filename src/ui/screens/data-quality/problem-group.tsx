import type { ProblemCode } from '../../../domain/csv/problems'
import type { ReadSummary } from '../../../domain/csv/read-result'
import { formatCount } from '../../format/format-number'
import { problemWords } from './problem-words'
import styles from './data-quality-screen.module.css'

const examplesShown = 5

interface ProblemGroupProps {
  readonly code: ProblemCode
  readonly count: number
  readonly summary: ReadSummary
}

/** One kind of problem: what was done about it, and its first cases with their places. */
export function ProblemGroup({ code, count, summary }: ProblemGroupProps) {
  const examples = summary.problems.filter((problem) => problem.code === code).slice(0, examplesShown)
  const severalFiles = summary.files.length > 1
  return (
    <div className={styles['group']}>
      <h4 className={styles['kindTitle']}>
        {problemWords[code].title}: {formatCount(count)}
      </h4>
      <p className={styles['quiet']}>{problemWords[code].done}</p>
      {examples.length > 0 && (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {severalFiles && <th scope="col">File</th>}
                <th scope="col">Line</th>
                <th scope="col">Column</th>
                <th scope="col">Found</th>
                <th scope="col">Expected</th>
                <th scope="col">Effect</th>
              </tr>
            </thead>
            <tbody>
              {examples.map((problem) => (
                <tr key={`${problem.record}-${problem.column ?? ''}`}>
                  {severalFiles && <td className={styles['found']}>{summary.files[problem.file]?.name}</td>}
                  <td className="tabular">Line {formatCount(problem.line)}</td>
                  <td>{problem.column ?? 'whole row'}</td>
                  <td className={styles['found']}>{problem.found === '' ? '(empty)' : problem.found}</td>
                  <td>{problem.expected}</td>
                  <td>{problem.effect === 'row' ? 'row not used' : 'value missing'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {count > examples.length && examples.length > 0 && <p className={styles['quiet']}>and {formatCount(count - examples.length)} more</p>}
    </div>
  )
}
