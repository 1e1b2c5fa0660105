import { useState } from 'react'
import type { FeatureWorth } from '../../../domain/metrics/feature-worth'
import { formatCount, noValue } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import { formatPoints, formatSigned } from '../../format/format-signed'
import type { MarkShape, TrackMark } from '../../widgets/charts/interval-track'
import { MeasureTerms } from '../../widgets/measure-glossary'
import { Segmented } from '../../widgets/segmented'
import { estimateCell } from './estimate-cell'
import { worthRows, worthSentence, type WorthMeasure, type WorthRow } from './feature-worth-rows'
import { MeasuredTable, type TableRow } from '../../widgets/measured-table'
import { partMeasureName } from './parts-table'
import { NotMeasured, ReportSection } from '../../widgets/report-section'
import { setNames, setWords } from './set-words'
import { signedScale } from './signed-scale'
import styles from '../../widgets/report.module.css'

const measures: readonly WorthMeasure[] = ['average_precision', 'recall_at_precision_90']
const sizes: Readonly<Record<WorthMeasure, (size: number) => string>> = { average_precision: formatScore, recall_at_precision_90: formatPoints }
const looks: readonly { readonly colour: string; readonly shape: MarkShape }[] = [
  { colour: 'var(--chart-1)', shape: 'dot' },
  { colour: 'var(--chart-2)', shape: 'ring' },
  { colour: 'var(--chart-3)', shape: 'tick' },
]

const formatTwoDecimals = (value: number) => value.toFixed(2)

/** A set by its name; one that is not known here by its own. */
function nameOf(set: string): string {
  const known = setNames.find((name) => name === set)
  return known === undefined ? set : setWords[known].name
}

/** What each family of features is worth where nothing was learned. */
export function FeatureWorthPanel({ worth }: { readonly worth: FeatureWorth | undefined }) {
  return (
    <ReportSection id="features" title="What each kind of evidence is worth">
      {worth ? <Worth worth={worth} /> : <NotMeasured what="What each kind of evidence is worth" />}
    </ReportSection>
  )
}

function Worth({ worth }: { readonly worth: FeatureWorth }) {
  const [measure, setMeasure] = useState<WorthMeasure>('average_precision')
  const sets = Object.keys(worth.all)
  const { families, refits } = worthRows(worth, measure)
  const size = sizes[measure]
  const losses = [...families, ...refits].flatMap((row) => sets.flatMap((set) => row.losses[set] ?? []))
  const levels = sets.map((set) => `${formatScore(worth.all[set]?.average_precision?.value ?? NaN)} on “${nameOf(set)}”`)
  return (
    <>
      <p className={styles['about']}>
        The same learner is taught again and again, each time without one family of features; what it then loses is what that family adds to the others. The
        learner is a small {worth.learner} ({formatCount(worth.training_rows)} rows of {formatCount(worth.training_worlds)} worlds, the mean of{' '}
        {formatCount(worth.fits)} fits; with everything its AP is {levels.join(' and ')}): compare the lines, not the levels. Families overlap, so that what one
        takes away another may still tell.
      </p>
      <p className={styles['sentence']}>{worthSentence(families, sets, nameOf)}</p>
      <Segmented label="Measure of the loss" wraps options={measures.map((value) => ({ value, label: partMeasureName(value) }))} value={measure} onChange={setMeasure} />
      <MeasuredTable
        caption={`${partMeasureName(measure)} lost without each family`}
        rowsAre="Left out"
        columns={['Features', ...sets.map(nameOf), 'Missed beyond chance']}
        groups={[
          { key: 'families', name: null, rows: families.map((row) => tableRow(row, sets, size)) },
          { key: 'refits', name: 'Chance', note: 'losses of this size say nothing', rows: refits.map((row) => tableRow(row, sets, size)) },
        ]}
        picture={{
          name: 'Worse without it →',
          scale: { ...signedScale(losses), reference: 0 },
          format: (value) => formatSigned(value, measure === 'average_precision' ? formatTwoDecimals : formatPoints),
          legend: sets.map((set, at) => ({ name: nameOf(set), ...lookOf(at) })),
          lanes: true,
        }}
      />
      <MeasureTerms terms={measure === 'average_precision' ? ['AP', '95% interval'] : ['Recall at precision .90', '95% interval']} />
    </>
  )
}

function clearText({ features, clearOn }: WorthRow, sets: readonly string[]): string {
  if (features === 0) return noValue
  if (clearOn.length === 0) return 'no'
  return clearOn.length === sets.length ? 'yes' : `on ${clearOn.map(nameOf).join(', ').toLowerCase()}`
}

function lookOf(at: number) {
  return looks[at % looks.length]!
}

function tableRow(row: WorthRow, sets: readonly string[], size: (value: number) => string): TableRow {
  return {
    key: row.key,
    name: row.name,
    ...(row.about === '' ? {} : { note: row.about }),
    cells: [
      { text: formatCount(row.features) },
      ...sets.map((set) => estimateCell(row.losses[set], (value) => formatSigned(value, size))),
      { text: clearText(row, sets) },
    ],
    marks: sets.flatMap((set, at): TrackMark[] => {
      const loss = row.losses[set]
      return loss ? [{ key: set, ...loss, ...lookOf(at) }] : []
    }),
  }
}
