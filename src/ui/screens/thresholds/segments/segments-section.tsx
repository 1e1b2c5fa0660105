import { useState } from 'react'
import { segmentRespects, type SegmentRespect } from '../../../../domain/segments/segment'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { selectSegments, selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatWholePercent } from '../../../format/format-score'
import { respectWords } from '../../../format/segment-name'
import { useModelName } from '../../../use-model-name'
import { useStudy } from '../../../use-study'
import { Button } from '../../../widgets/button'
import { MeasuredTable } from '../../../widgets/measured-table'
import { ReportSection } from '../../../widgets/report-section'
import styles from '../../../widgets/report.module.css'
import { sourceName } from '../source-name'
import { sureLegend } from '../sure-cell'
import { segmentColumns, segmentRows } from './segment-rows'
import { AcceptThresholds } from './accept-thresholds'
import { gainSentence, listedFirst, segmentsAbout, segmentsCaption } from './segment-words'

/** The chosen model's figures apart by store, category, speed and more, and what a threshold for each would bring. */
export function SegmentsSection() {
  const [by, setBy] = useState<SegmentRespect>('velocity')
  const [isWhole, setIsWhole] = useState(false)
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, model))
  const inUse = useAppStore((state) => selectSegments(state, model))
  const floor = useAppStore((state) => state.goals.precision)
  const source = useAppStore(selectCurveSource)
  const file = useAppStore((state) => state.file?.name ?? null)
  const nameOf = useModelName()
  const { answer, of, pending } = useStudy(source, 'segments', { model, by, threshold, inUse, floor })
  const segments = answer?.segments ?? []
  const listed = isWhole ? segments : segments.slice(0, listedFirst)
  const rows = segments.reduce((sum, segment) => sum + segment.rows, 0)
  return (
    <ReportSection id="segments" title="Where it works and where not">
      <div className={styles['controls']}>
        <label className={styles['choice']}>
          Apart by
          <select
            value={by}
            onChange={(event) => {
              const wanted = segmentRespects.find((respect) => respect === event.currentTarget.value)
              if (wanted) setBy(wanted)
            }}
          >
            {segmentRespects.map((respect) => (
              <option key={respect} value={respect} disabled={answer !== null && respect !== by && !answer.respects.includes(respect)}>
                {respectWords[respect].choice}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className={styles['about']}>{segmentsAbout({ name: nameOf(model), threshold, inUse, floor, source: answer && sourceName(source, rows, file) })}</p>
      {answer === null || of === null ? (
        <p className={styles['absent']} role="status">
          {pending ? 'Counting …' : `These rows do not say their ${respectWords[by].rowsAre.toLowerCase()}, so they cannot be set apart by it.`}
        </p>
      ) : (
        <>
          <p className={styles['sentence']}>{gainSentence(answer, of.floor)}</p>
          <MeasuredTable
            caption={segmentsCaption(answer.by)}
            rowsAre={respectWords[answer.by].rowsAre}
            columns={segmentColumns}
            groups={[{ key: 'segments', name: null, rows: segmentRows(listed, answer.by, inUse) }]}
            picture={{ name: 'Precision and recall', scale: { from: 0, to: 1 }, format: formatWholePercent, legend: sureLegend, lanes: true }}
          />
          <AcceptThresholds study={answer} source={source} floor={of.floor} isCurrent={of.by === by && of.model === model && of.floor === floor} most={isWhole ? null : listedFirst} />
          {segments.length > listedFirst && (
            <div>
              <Button onClick={() => setIsWhole(!isWhole)}>{isWhole ? `Show the first ${listedFirst}` : `Show all ${segments.length} segments`}</Button>
            </div>
          )}
        </>
      )}
    </ReportSection>
  )
}
