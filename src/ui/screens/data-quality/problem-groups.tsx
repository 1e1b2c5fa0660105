/** Problems by kind with counts and examples, and all that were kept as a file. */
import type { ReadSummary } from '../../../domain/csv/read-result'
import type { ProblemCode } from '../../../domain/csv/problems'
import { useAppStore } from '../../app-store-context'
import { countOf, formatCount } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { problemWords } from './problem-words'
import styles from './data-quality-screen.module.css'

const examplesShown = 5

export function ProblemGroups({ summary }: { readonly summary: ReadSummary }) {
  const downloadProblems = useAppStore((state) => state.downloadProblems)
  const groups = (Object.entries(summary.problemCounts) as [ProblemCode, number][]).filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
  const total = groups.reduce((sum, [, count]) => sum + count, 0)
  return (
    <section className={`${styles['panel'] ?? ''} ${styles['wide'] ?? ''}`} aria-labelledby="problems-title">
      <div className={styles['titleRow']}>
        <h2 id="problems-title" className={styles['title']}>
          Problems in the file
        </h2>
        {summary.problems.length > 0 && <Button onClick={downloadProblems}>Download problems</Button>}
      </div>
      {groups.length === 0 ? (
        <p className={styles['lead']}>None: every cell and row could be read.</p>
      ) : (
        <p className={styles['lead']}>
          {countOf(total, 'problem')} in {groups.length === 1 ? 'one kind' : `${groups.length} kinds`}. The rest of the file was scored.
          {total > summary.problems.length && ` The first ${formatCount(summary.problems.length)} are kept with their place; all are counted.`}
        </p>
      )}
      {groups.map(([code, count]) => {
        const examples = summary.problems.filter((problem) => problem.code === code).slice(0, examplesShown)
        return (
          <div key={code} className={styles['group']}>
            <h3 className={styles['groupTitle']}>
              {problemWords[code].title}: {formatCount(count)}
            </h3>
            <p className={styles['quiet']}>{problemWords[code].done}</p>
            {examples.length > 0 && (
              <div className={styles['scroll']}>
                <table className={styles['table']}>
                  <thead>
                    <tr>
                      <th scope="col">Line</th>
                      <th scope="col">Column</th>
                      <th scope="col">Found</th>
                      <th scope="col">Expected</th>
                      <th scope="col">Effect</th>
                    </tr>
                  </thead>
                  <tbody>
                    {examples.map((problem) => (
                      <tr key={`${problem.line}-${problem.column ?? ''}`}>
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
      })}
    </section>
  )
}
