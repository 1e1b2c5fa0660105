/** Problems by what would mend them, with counts and examples; as a list, and as the rows themselves to mend and give back. */
import type { ReadSummary } from '../../../domain/csv/read-result'
import type { ProblemCode } from '../../../domain/csv/problems'
import { isMendable } from '../../../domain/csv/reject-rows'
import { useAppStore } from '../../app-store-context'
import { countOf, formatCount } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { ProblemGroup } from './problem-group'
import { mendings } from './problem-words'
import styles from './data-quality-screen.module.css'

export function ProblemGroups({ summary }: { readonly summary: ReadSummary }) {
  const downloadProblems = useAppStore((state) => state.downloadProblems)
  const downloadRejects = useAppStore((state) => state.downloadRejects)
  const writing = useAppStore((state) => state.downloadFraction !== null)
  const ready = useAppStore((state) => state.phase.phase === 'ready')
  const mendable = summary.problems.some(({ code }) => isMendable(code))
  const groups = (Object.entries(summary.problemCounts) as [ProblemCode, number][]).filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
  const total = groups.reduce((sum, [, count]) => sum + count, 0)
  return (
    <section className={styles['panel']} aria-labelledby="problems-title">
      <div className={styles['titleRow']}>
        <h2 id="problems-title" className={styles['title']}>
          Problems in the {summary.files.length > 1 ? 'files' : 'file'}
        </h2>
        <div className={styles['downloads']}>
          {mendable && (
            <Button onClick={() => void downloadRejects()} disabled={writing || !ready}>
              Download the rows to mend
            </Button>
          )}
          {summary.problems.length > 0 && <Button onClick={downloadProblems}>Download problems</Button>}
        </div>
      </div>
      {groups.length === 0 ? (
        <p className={styles['lead']}>None: every cell and row could be read.</p>
      ) : (
        <p className={styles['lead']}>
          {countOf(total, 'problem')} in {groups.length === 1 ? 'one kind' : `${groups.length} kinds`}. The rest of the file was scored.
          {total > summary.problems.length && ` The first ${formatCount(summary.problems.length)} are kept with their place; all are counted.`}
        </p>
      )}
      {mendings.map(({ title, advice, codes }) => {
        const here = groups.filter(([code]) => codes.includes(code))
        if (here.length === 0) return null
        return (
          <section key={title} className={styles['mending']} aria-label={title}>
            <h3 className={styles['groupTitle']}>
              {title}: {formatCount(here.reduce((sum, [, count]) => sum + count, 0))}
            </h3>
            <p className={styles['quiet']}>{advice}</p>
            {here.map(([code, count]) => (
              <ProblemGroup key={code} code={code} count={count} summary={summary} />
            ))}
          </section>
        )
      })}
    </section>
  )
}
