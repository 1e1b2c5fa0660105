import { useAppStore } from '../../app-store-context'
import { MeasureGlossary } from '../../widgets/measure-glossary'
import type { Term } from '../../widgets/measure-meanings'
import { AlertLoad } from './alert-load'
import { CurveSource } from './curve-source'
import { useMeasuredModels } from './measured-models'
import { MeasuresPanel } from './measures-panel'
import { PrecisionRecallFigure } from './precision-recall-figure'
import { ScoreHistogramFigure } from './score-histogram-figure'
import { ThresholdControl } from './threshold-control'
import { ThresholdSweepFigure } from './threshold-sweep-figure'
import styles from './thresholds-screen.module.css'

const terms: readonly Term[] = ['Precision', 'Recall', 'F1', 'AP', 'AUC', 'Lift', 'Specificity']

/** Where the threshold is set, with everything that it costs and gives in sight. */
export function ThresholdsScreen() {
  const models = useMeasuredModels()
  const chosen = useAppStore((state) => state.model)
  const chosenModel = models.find(({ id }) => id === chosen)
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h2>How sure must the model be before a shelf is checked?</h2>
        <p>
          Every row has a probability of being phantom. Rows at or above the threshold become alerts: a higher threshold sends people to fewer, surer shelves,
          a lower one finds more at the price of more false alarms.
        </p>
      </header>
      <ThresholdControl />
      <div className={styles['notes']}>
        <AlertLoad />
        <p className={styles['source']}>
          <CurveSource />
        </p>
      </div>
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
    </div>
  )
}
