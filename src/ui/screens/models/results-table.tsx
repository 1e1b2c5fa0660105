import type { Measured } from '../../../domain/metrics/measured'
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { formatShare, formatUnits, noValue } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import { comparedRows, type ComparedRow } from './compared-rows'
import styles from './results-table.module.css'

type Estimated = Exclude<Measured['precision'], undefined>

interface Column {
  readonly name: string
  readonly of: (measured: Measured) => Estimated | undefined
  readonly format: (value: number) => string
}

const columns: readonly Column[] = [
  { name: 'Precision', of: (measured) => measured.precision, format: formatShare },
  { name: 'Recall', of: (measured) => measured.recall, format: formatShare },
  { name: 'F1', of: (measured) => measured.f1, format: formatScore },
  { name: 'AUC', of: (measured) => measured.auc, format: formatScore },
  { name: 'AP', of: (measured) => measured.average_precision, format: formatScore },
  { name: 'Recall at precision .90', of: (measured) => measured.recall_at_precision_90, format: formatShare },
  { name: 'Right of first 10 checks', of: (measured) => measured.precision_at_10, format: formatShare },
  { name: 'Spells found', of: (measured) => measured.episodes_found, format: formatShare },
  { name: 'Days to find', of: (measured) => measured.days_to_find, format: formatUnits },
  { name: 'Lost units under alert', of: (measured) => measured.lost_units_under_alert, format: formatShare },
  { name: 'Calibration error', of: (measured) => measured.calibration_error, format: formatScore },
]

const groupNames = { model: 'Models', rule: 'Rules of thumb', ceiling: 'Ceiling' } as const

/** Every figure with its 95 % interval, models above the rules that they must beat. */
export function ResultsTable({ set, caption }: { readonly set: MeasuredSet; readonly caption: string }) {
  const rows = comparedRows(set)
  return (
    <div className={styles['scroller']} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Ranked by</th>
            <th scope="col">Threshold</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {(['model', 'rule', 'ceiling'] as const).map((kind) => (
          <Group key={kind} name={groupNames[kind]} rows={rows.filter((row) => row.kind === kind)} />
        ))}
        <tbody>
          <tr className={styles['base']}>
            <th scope="row">Base rate (random checks)</th>
            <td>{noValue}</td>
            <td>{formatShare(set.base_rate)}</td>
            <td colSpan={columns.length - 1} className={styles['words']}>
              what checking shelves at random would find
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Group({ name, rows }: { readonly name: string; readonly rows: readonly ComparedRow[] }) {
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns.length + 2} className={styles['group']}>
          {name}
        </th>
      </tr>
      {rows.map(({ key, kind, name: rowName, measured }) => (
        <tr key={key}>
          <th scope="row">{rowName}</th>
          <td>{thresholdOf(kind, measured)}</td>
          {columns.map((column) => (
            <EstimateCell key={column.name} estimate={column.of(measured)} format={column.format} />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** A rule's threshold is in its own unit (days, units); only a model's is a probability. */
function thresholdOf(kind: ComparedRow['kind'], { threshold }: Measured): string {
  if (typeof threshold !== 'number') return noValue
  return kind === 'rule' ? formatUnits(threshold) : formatScore(threshold)
}

function EstimateCell({ estimate, format }: { readonly estimate: Estimated | undefined; readonly format: (value: number) => string }) {
  if (!estimate) return <td>{noValue}</td>
  return (
    <td>
      {format(estimate.value)}
      <small>
        <span className="visually-hidden">95% interval </span>
        {format(estimate.low)} to {format(estimate.high)}
      </small>
    </td>
  )
}
