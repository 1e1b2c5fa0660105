import { useAppStore } from '../../../app-store-context'
import { MeasureGlossary } from '../../../widgets/measure-glossary'
import type { Term } from '../../../widgets/measure-meanings'
import { useMeasuredModels, type MeasuredModel } from '../measured-models'
import { MeasuresPanel } from '../measures-panel'
import grid from '../section-grid.module.css'
import { CalibrationFigure } from './calibration-figure'
import { ModelLinesFigure } from './model-lines-figure'
import { PrecisionRecallFigure } from './precision-recall-figure'
import { RankingNote } from './ranking-note'
import { gain, liftLines, roc } from './rate-figures'
import { ScoreHistogramFigure } from './score-histogram-figure'
import { ThresholdSweepFigure } from './threshold-sweep-figure'
import styles from './curves-section.module.css'

const terms: readonly Term[] = ['Precision', 'Recall', 'F1', 'AP', 'AUC', 'Lift', 'Specificity', '95% in brackets', 'Threshold', 'Shipped threshold', 'Test worlds', 'Rows, phantom days, checks']

const apOf = (model: MeasuredModel) => <RankingNote model={model} figure="averagePrecision" />
const aucOf = (model: MeasuredModel) => <RankingNote model={model} figure="auc" />

/** What each threshold finds and what it costs in false alarms, in pictures. */
export function CurvesSection() {
  const models = useMeasuredModels()
  const chosen = useAppStore((state) => state.model)
  const chosenModel = models.find(({ id }) => id === chosen)
  if (models.length === 0) return <p>There are no rows whose truth is known: nothing can be drawn here. “This extract” says what to expect without them.</p>
  return (
    <>
      <div className={grid['wideFirst']}>
        <PrecisionRecallFigure models={models} chosen={chosen} noteOf={apOf} />
        <div className={styles['side']}>
          <MeasuresPanel />
          <MeasureGlossary terms={terms} />
        </div>
      </div>
      <div className={grid['pair']}>
        {chosenModel && <ThresholdSweepFigure model={chosenModel} />}
        {chosenModel && <ScoreHistogramFigure model={chosenModel} />}
        <ModelLinesFigure lines={roc} models={models} chosen={chosen} noteOf={aucOf} />
        {chosenModel && <CalibrationFigure model={chosenModel} />}
        <ModelLinesFigure lines={gain} models={models} chosen={chosen} />
        <ModelLinesFigure lines={liftLines} models={models} chosen={chosen} />
      </div>
    </>
  )
}
