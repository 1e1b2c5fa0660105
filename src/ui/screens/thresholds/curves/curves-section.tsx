import { useAppStore } from '../../../app-store-context'
import { MeasureGlossary } from '../../../widgets/measure-glossary'
import type { Term } from '../../../widgets/measure-meanings'
import { useMeasuredModels } from '../measured-models'
import { MeasuresPanel } from '../measures-panel'
import { PrecisionRecallFigure } from './precision-recall-figure'
import { ScoreHistogramFigure } from './score-histogram-figure'
import { ThresholdSweepFigure } from './threshold-sweep-figure'
import styles from './curves-section.module.css'

const terms: readonly Term[] = ['Precision', 'Recall', 'F1', 'AP', 'AUC', 'Lift', 'Specificity']

/** What each threshold finds and what it costs in false alarms, in pictures. */
export function CurvesSection() {
  const models = useMeasuredModels()
  const chosen = useAppStore((state) => state.model)
  const chosenModel = models.find(({ id }) => id === chosen)
  return (
    <>
      <div className={styles['columns']}>
        {models.length > 0 && <PrecisionRecallFigure models={models} chosen={chosen} />}
        <div className={styles['side']}>
          <MeasuresPanel />
          <MeasureGlossary terms={terms} />
        </div>
      </div>
      {chosenModel && (
        <div className={styles['pair']}>
          <ThresholdSweepFigure model={chosenModel} />
          <ScoreHistogramFigure model={chosenModel} />
        </div>
      )}
    </>
  )
}
