import { useState } from 'react'
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { noValue } from '../../format/format-number'
import type { MarkShape, TrackMark } from '../../widgets/charts/interval-track'
import { bestBy, comparedRows, type ComparedKind, type ComparedRow } from './compared-rows'
import { scaleTop } from './scale-top'
import { MeasuredTable, type RowGroup, type TableRow } from '../../widgets/measured-table'
import type { MeasureView } from './measure-views'
import styles from './results-table.module.css'

const groupNames: Readonly<Record<ComparedKind, { readonly name: string; readonly note?: string }>> = {
  model: { name: 'Models' },
  combined: { name: 'Combination', note: 'the models’ opinions averaged into one score' },
  ceiling: { name: 'Ceiling', note: 'told the true rate of demand, which no extract holds: nothing to use, something to measure by' },
  rule: { name: 'Rules of thumb', note: 'what is done without a model; the bar that a model has to clear' },
}
const colours: Readonly<Record<ComparedKind, string>> = {
  model: 'var(--chart-1)',
  combined: 'var(--chart-1)',
  ceiling: 'var(--chart-axis)',
  rule: 'var(--chart-2)',
}
const shapes: readonly MarkShape[] = ['dot', 'ring']

/** One group of measures of everything that was measured: models above the rules that they must beat. */
export function ResultsTable({ set, view, caption }: { readonly set: MeasuredSet; readonly view: MeasureView; readonly caption: string }) {
  const [allRules, setAllRules] = useState(false)
  // What has no figure in this view has nothing to say in it; a model without one is missed.
  const rows = comparedRows(set).filter((row) => row.kind === 'model' || view.columns.some(({ cell }) => cell(row).text !== noValue))
  const rules = rows.filter(({ kind }) => kind === 'rule')
  const best = bestBy(rules, view.best)
  const shown = rows.filter((row) => row.kind !== 'rule' || allRules || row === best)
  const highs = shown.flatMap(({ measured }) => view.drawn.map(({ of }) => of(measured)?.high ?? 0))
  const groups = (['model', 'combined', 'ceiling', 'rule'] as const).map((kind): RowGroup => ({
    key: kind,
    ...groupNames[kind],
    rows: shown.filter((row) => row.kind === kind).map((row) => tableRow(row, view)),
  }))
  return (
    <MeasuredTable
      caption={caption}
      rowsAre="Ranked by"
      columns={view.columns.map(({ name }) => name)}
      groups={view.reference === 'base rate' ? [...groups, baseRate(set, view)] : groups}
      picture={{
        name: view.drawn.map(({ name }, at) => (at === 0 ? name : name.toLowerCase())).join(' and '),
        scale: { from: 0, to: scaleTop(highs), ...referenceOf(set, view) },
        format: view.drawnFormat,
        legend: legendOf(view),
        lanes: view.drawn.length > 1,
      }}
    >
      {rules.length > 1 && (
        <button type="button" className={styles['more']} aria-expanded={allRules} onClick={() => setAllRules(!allRules)}>
          {allRules ? 'Show the best rule alone' : `Show all ${rules.length} rules of thumb`}
        </button>
      )}
    </MeasuredTable>
  )
}

function tableRow(row: ComparedRow, view: MeasureView): TableRow {
  const marks = view.drawn.flatMap(({ name, of }, at): TrackMark[] => {
    const estimate = of(row.measured)
    return estimate ? [{ key: name, ...estimate, colour: colours[row.kind], shape: shapes[at] ?? 'ring' }] : []
  })
  return { key: row.key, name: row.name, cells: view.columns.map(({ cell }) => cell(row)), marks }
}

/** Checking at random finds the base rate: it is the precision of that, and its AP. */
function baseRate(set: MeasuredSet, view: MeasureView): RowGroup {
  const cells = view.columns.map(({ atRandom }) => ({ text: atRandom ? atRandom(set.base_rate) : noValue }))
  return { key: 'base', name: null, rows: [{ key: 'base', name: 'Base rate', note: 'what checking shelves at random would find; the dashed line', cells, marks: [] }] }
}

function referenceOf(set: MeasuredSet, { reference }: MeasureView): { readonly reference?: number } {
  if (reference === 'base rate') return { reference: set.base_rate }
  return reference === 'one' ? { reference: 1 } : {}
}

function legendOf({ drawn }: MeasureView): readonly { readonly name: string; readonly colour: string; readonly shape: MarkShape }[] {
  if (drawn.length === 1) return []
  return drawn.map(({ name }, at) => ({ name, colour: 'var(--chart-axis)', shape: shapes[at] ?? 'ring' }))
}
