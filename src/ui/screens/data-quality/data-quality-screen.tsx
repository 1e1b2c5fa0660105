/** What was read, how it was understood, what was wrong with it, and what it lacks. */
import { useAppStore } from '../../app-store-context'
import { formatDay } from '../../format/format-day'
import { countOf, formatBytes, formatCount, formatShare } from '../../format/format-number'
import { FilesRead } from './files-read'
import { KeptMappings } from './kept-mappings'
import { MappingInUse } from './mapping-in-use'
import { MissingFields } from './missing-fields'
import { ProblemGroups } from './problem-groups'
import styles from './data-quality-screen.module.css'

export function DataQualityScreen() {
  const opened = useAppStore((state) => state.opened)
  const phase = useAppStore((state) => state.phase)
  if (!opened) return null
  const { summary } = opened
  const speed = phase.phase === 'ready' && phase.scored.rows === 'all' ? phase.scored : null
  return (
    <div className={styles['screen']}>
      <section className={styles['panel']} aria-labelledby="read-title">
        <h2 id="read-title" className={styles['title']}>
          What was read
        </h2>
        <p className={styles['lead']}>
          {formatCount(summary.recordsUsed)} of {countOf(summary.records, 'row')} used ({formatShare(summary.records === 0 ? NaN : summary.recordsUsed / summary.records)}),{' '}
          {formatBytes(summary.bytes)}, {formatDay(summary.firstDay)} to {formatDay(summary.lastDay)}.
        </p>
        <dl className={styles['figures']}>
          <Figure label="Stores" value={formatCount(summary.stores)} />
          <Figure label="SKUs" value={formatCount(summary.skus)} />
          <Figure label="Store-items" value={formatCount(summary.storeItems)} />
          <Figure label="Rows that could not be used" value={formatCount(summary.badRows)} />
          <Figure label="Cells taken as missing" value={formatCount(summary.badCells)} />
          <Figure label="Days filled in" value={formatCount(summary.filledDays)} />
          <Figure label="Days stated more than once" value={formatCount(summary.restatedDays)} />
          <Figure label="Rows with stock on record" value={formatCount(opened.scoredRows)} />
          <Figure label="Of these with 28 days of history" value={formatCount(opened.candidateRows)} />
        </dl>
        {(summary.notes.length > 0 || speed) && (
          <ul className={styles['notes']}>
            {summary.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {speed && (
              <li>
                {countOf(speed.count, 'row')} scored in {speed.seconds.toFixed(1)} seconds.
              </li>
            )}
          </ul>
        )}
      </section>
      <FilesRead files={summary.files} />
      <MissingFields missing={summary.missingFields} />
      <MappingInUse />
      <ProblemGroups summary={summary} />
      <KeptMappings />
    </div>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  )
}
