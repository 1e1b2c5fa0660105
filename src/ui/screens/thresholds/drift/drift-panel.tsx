import { useState } from 'react'
import { fieldNamed } from '../../../../domain/csv/fields'
import type { ReadSummary } from '../../../../domain/csv/read-result'
import type { ExtractDrift } from '../../../../domain/drift/extract-drift'
import { farFrom } from '../../../../domain/drift/feature-drift'
import { selectFeatureReference } from '../../../../store/estimates-selectors'
import { useAppStore } from '../../../app-store-context'
import { formatCount, formatUnits } from '../../../format/format-number'
import { useModelName } from '../../../use-model-name'
import { Button } from '../../../widgets/button'
import { MeasureGlossary } from '../../../widgets/measure-glossary'
import { MeasuredTable } from '../../../widgets/measured-table'
import { ReportSection } from '../../../widgets/report-section'
import styles from '../../../widgets/report.module.css'
import { driftColumns, driftLegend, driftRow } from './drift-rows'
import { beyondWords, driftVerdict, historyWords } from './drift-words'
import { useDrift } from './use-drift'

/** Signals that are listed before someone asks for all. */
const listedFirst = 15
/** An index of 1 is far beyond far: greater ones stand at the end of the scale. */
const scale = { from: 0, to: 1, reference: farFrom }
const formatEnd = (end: number) => (end === scale.to ? `${formatUnits(end)} or more` : formatUnits(end))

/** How far the features of this extract stand from what the models learned from, in words first. */
export function DriftPanel() {
  const model = useAppStore((state) => state.model)
  const reference = useAppStore((state) => selectFeatureReference(state, model))
  const summary = useAppStore((state) => state.opened?.summary ?? null)
  const modelName = useModelName()
  const drift = useDrift(reference)
  return (
    <ReportSection id="drift" title="How far it stands from what the models learned from">
      {reference === null ? (
        <p className={styles['absent']}>{modelName(model)} does not say what its training rows were like, so nothing can be held against them.</p>
      ) : drift === null ? (
        <p className={styles['absent']} role="status">
          Comparing …
        </p>
      ) : drift.features.length === 0 ? (
        <p className={styles['absent']}>No row of this extract has stock on record and enough history to be compared.</p>
      ) : (
        <Compared drift={drift} summary={summary} />
      )}
    </ReportSection>
  )
}

function Compared({ drift, summary }: { readonly drift: ExtractDrift; readonly summary: ReadSummary | null }) {
  const [isWhole, setIsWhole] = useState(false)
  const { features, rows, rowsThatCount, history } = drift
  const { sentence, advice } = driftVerdict(features)
  const remarks = [historyWords(history), beyondWords(features)].filter((words) => words !== null)
  const missing = summary?.missingFields.filter(({ field }) => field !== 'phantom') ?? []
  const listed = isWhole ? features : features.slice(0, listedFirst)
  return (
    <>
      <p className={styles['sentence']}>{sentence}</p>
      <p className={styles['about']}>{advice}</p>
      {remarks.map((remark) => (
        <p key={remark} className={styles['about']}>
          {remark}
        </p>
      ))}
      {missing.length > 0 && (
        <details className={styles['about']}>
          <summary>
            {formatCount(missing.length)} {missing.length === 1 ? 'column' : 'columns'} that the models can use {missing.length === 1 ? 'is' : 'are'} not in this extract. They were trained to do without.
          </summary>
          <ul>
            {missing.map(({ field, cost }) => (
              <li key={field}>
                {fieldNamed(field).label}: {cost}
              </li>
            ))}
          </ul>
        </details>
      )}
      <MeasuredTable
        caption="Signals, those that stand farthest first"
        rowsAre="Signal"
        columns={driftColumns}
        groups={[{ key: 'signals', name: null, rows: listed.map(driftRow) }]}
        picture={{ name: 'Stability index', scale, format: formatEnd, legend: driftLegend(listed) }}
      />
      <p className={styles['about']}>
        Stability index (PSI): how differently the values of a signal are spread here and in training, rows without a value counted as one more value. 0 is the same, and above {farFrom} (dashed) they stand
        far apart. One group of stores always differs from all of them together: “usual up to” is what nineteen of twenty training worlds do not exceed, where
        the model says so. Reckoned over {formatCount(rows)} {rows < rowsThatCount ? `of ${formatCount(rowsThatCount)} rows, evenly chosen,` : 'rows'} with stock
        on record.
      </p>
      <MeasureGlossary terms={['PSI', 'Test worlds', 'Rows, phantom days, checks']} />
      {features.length > listedFirst && (
        <div>
          <Button onClick={() => setIsWhole(!isWhole)}>{isWhole ? `Show the first ${listedFirst}` : `Show all ${features.length} signals`}</Button>
        </div>
      )}
    </>
  )
}
