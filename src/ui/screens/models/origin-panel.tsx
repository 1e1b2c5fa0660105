import type { Results } from '../../../domain/metrics/results'
import { formatCount } from '../../format/format-number'
import { ReportSection } from '../../widgets/report-section'
import styles from './origin-panel.module.css'

/** From what the figures were made, so that they can be made again. */
export function OriginPanel({ generated }: { readonly generated: Results['generated'] }) {
  const count = (value: number | undefined) => (value === undefined ? undefined : formatCount(value))
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Training worlds', count(generated.training_worlds)],
    ['Training rows', count(generated.training_rows)],
    ['Phantom among them', count(generated.training_positives)],
    ['Calibration worlds', count(generated.calibration_worlds)],
    ['Features', count(generated.features)],
    ['Samples behind an interval', count(generated.bootstrap_replicates)],
    ['Seed', generated.seed === undefined ? undefined : `${generated.seed}`],
    ['Data', generated.data_version],
    ['Code', generated.code_version],
  ]
  const known = facts.filter(([, value]) => value !== undefined)
  return (
    <ReportSection id="origin" title="How the figures came about">
      {known.length === 0 ? (
        <p>The results file does not say.</p>
      ) : (
        <dl className={styles['facts']}>
          {known.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </ReportSection>
  )
}
