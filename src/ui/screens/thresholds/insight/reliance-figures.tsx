import { evidenceGroups } from '../../../../domain/explain/evidence-groups'
import { featureCatalog } from '../../../../domain/features/catalog'
import type { Reliance, RelianceEntry } from '../../../../domain/insight/insight-question'
import { countOf, formatCount, noValue } from '../../../format/format-number'
import { formatScore } from '../../../format/format-score'
import { formatSigned } from '../../../format/format-signed'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { numberCell } from '../../../widgets/charts/table-twin'
import { BarList } from './bar-list'
import type { EvidenceKind } from './evidence-read'
import styles from './insight-section.module.css'

interface RelianceFiguresProps {
  readonly answer: Reliance
  /** What the model reads. */
  readonly kinds: readonly EvidenceKind[]
  readonly one: 'feature' | 'column'
  /** What the model is called. */
  readonly model: string
  readonly source: string
}

/** Bars that are drawn of single features; the table holds all. */
const mostBars = 12
const points = (value: number) => (Number.isNaN(value) ? noValue : value.toFixed(2))
const groupName = (key: string) => evidenceGroups.find(({ id }) => id === key)?.name ?? key

/** The seven kinds of evidence, and single features where they were measured; of a pipeline its columns. */
export function RelianceFigures({ answer, kinds, one, model, source }: RelianceFiguresProps) {
  const { rows, phantom, groups, features } = answer
  if (rows === 0) return <p>There are no rows of this choice.</p>
  const about = `Mean distance by which the log-odds of ${countOf(rows, 'row')} move: 0.7 doubles or halves the odds, 2.3 makes them ten times as high or low.${
    phantom === null ? '' : ` The file says that ${formatCount(phantom)} of these rows are phantom, so the table also tells the average precision (AP) that is lost on them.`
  }`
  const all = kinds.flatMap(({ read }) => read)
  // A feature that the model does not read is measured too, and moves nothing.
  const singleName = (key: string) => all.find((evidence) => evidence.key === key)?.phrase ?? featureCatalog.find(({ name }) => name === key)?.phrase ?? key
  if (one === 'column') return <Bars name={`Columns, ${model}`} about={about} entries={features} named={singleName} source={source} />
  return (
    <div className={styles['figures']}>
      <Bars name={`Kinds of evidence, ${model}`} about={about} entries={groups} named={groupName} source={source} />
      {features.length > 0 ? (
        <Bars name={`Single features, ${model}`} about="The same, one feature at a time. Features that say much the same stand in for each other, so that each alone may seem to weigh little." entries={features} named={singleName} source={source} />
      ) : (
        <p className={styles['about']}>Single features are not measured for a model that reads whole histories: it would take minutes.</p>
      )}
    </div>
  )
}

interface BarsProps {
  readonly name: string
  readonly about: string
  readonly entries: readonly RelianceEntry[]
  readonly named: (key: string) => string
  readonly source: string
}

function Bars({ name, about, entries, named, source }: BarsProps) {
  const widest = Math.max(...entries.map(({ moved }) => moved || 0), Number.MIN_VALUE)
  const labelled = entries.some(({ precisionLost }) => precisionLost !== null)
  return (
    <ChartFigure
      framed={false}
      name={name}
      source={source}
      description={about}
      twin={{
        caption: `${name}: how far the score moves`,
        columns: ['Evidence', 'Name', 'Moved, log-odds', 'Mean change, log-odds', ...(labelled ? ['AP lost'] : [])],
        rows: entries.map(({ key, moved, shift, precisionLost }) => [
          named(key),
          key,
          numberCell(moved, points),
          numberCell(shift, (value) => formatSigned(value, points)),
          ...(labelled ? [numberCell(precisionLost ?? NaN, (value) => formatSigned(value, formatScore))] : []),
        ]),
      }}
    >
      <BarList bars={entries.slice(0, mostBars).map(({ key, moved }) => ({ key, name: named(key), width: (moved || 0) / widest, value: points(moved) }))} />
    </ChartFigure>
  )
}
