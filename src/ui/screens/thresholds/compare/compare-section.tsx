import { useState } from 'react'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { selectSegments, selectThreshold, selectUsableModels } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatWholePercent } from '../../../format/format-score'
import { useModelName } from '../../../use-model-name'
import { useStudy } from '../../../use-study'
import { MeasuredTable } from '../../../widgets/measured-table'
import { ReportSection } from '../../../widgets/report-section'
import styles from '../../../widgets/report.module.css'
import { Segmented } from '../../../widgets/segmented'
import { sourceName } from '../source-name'
import { sureLegend } from '../sure-cell'
import { modelColumns, modelRow, pairColumns, pairLegend, pairRow } from './compare-rows'
import { atCommonWords, compareCaptions, comparedRowsWords, comparedSentence, sharedSentence, workloadWords, type Workload } from './compare-words'
import { OverlapMatrix } from './overlap-matrix'

const workloads = [
  { value: 'own', label: 'Each at its own threshold' },
  { value: 'equal', label: 'Equal workload' },
] as const

const scale = { from: 0, to: 1 }

/** The models side by side on the same rows, and which alerts they share. */
export function CompareSection() {
  const [workload, setWorkload] = useState<Workload>('own')
  const chosen = useAppStore((state) => state.model)
  const usable = useAppStore(selectUsableModels)
  const loadedModels = useAppStore((state) => state.loadedModels)
  const thresholds = useAppStore((state) => state.thresholds)
  const bySegment = useAppStore((state) => selectUsableModels(state).some(({ id }) => selectSegments(state, id) !== null))
  const source = useAppStore(selectCurveSource)
  const file = useAppStore((state) => state.file?.name ?? null)
  const nameOf = useModelName()
  const models = usable.map(({ id }) => ({ model: id, threshold: selectThreshold({ loadedModels, thresholds }, id) }))
  const { answer, pending } = useStudy(source, 'compare', models.length > 1 ? { models, at: workload === 'own' ? 'own' : { like: chosen } } : null)
  const words = answer && comparedSentence(workload, answer.models, nameOf)
  const shared = answer && sharedSentence(answer.pairs, nameOf)
  return (
    <ReportSection id="compare" title="Models side by side">
      <Segmented label="Compared at" wraps options={workloads} value={workload} onChange={setWorkload} />
      <p className={styles['about']}>
        {workloadWords(workload, nameOf(chosen))} {bySegment && `${atCommonWords} `}{answer && comparedRowsWords(sourceName(source, answer.rows, file))}
      </p>
      {answer === null ? (
        <p className={styles['absent']} role="status">
          {pending ? 'Comparing …' : 'There are no two models with rows to compare them by.'}
        </p>
      ) : (
        <>
          {words !== null && <p className={styles['sentence']}>{words}</p>}
          <MeasuredTable
            caption={compareCaptions[workload]}
            rowsAre="Model"
            columns={modelColumns}
            groups={[{ key: 'models', name: null, rows: answer.models.map((model) => modelRow(model, nameOf)) }]}
            picture={{ name: 'Precision and recall', scale, format: formatWholePercent, legend: sureLegend, lanes: true }}
          />
          {answer.pairs.length > 0 && (
            <>
              {shared !== null && <p className={styles['sentence']}>{shared}</p>}
              <OverlapMatrix caption={compareCaptions.shared} models={answer.models.map(({ model }) => model)} pairs={answer.pairs} nameOf={nameOf} />
              <MeasuredTable
                caption={compareCaptions.pairs}
                rowsAre="Two models"
                columns={pairColumns}
                groups={[{ key: 'pairs', name: null, rows: answer.pairs.map((pair) => pairRow(pair, nameOf)) }]}
                picture={{ name: 'Precision of each part', scale, format: formatWholePercent, legend: pairLegend, lanes: true }}
              />
            </>
          )}
        </>
      )}
    </ReportSection>
  )
}
