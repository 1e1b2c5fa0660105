import { useState } from 'react'
import type { Results } from '../../../domain/metrics/results'
import { Segmented } from '../../widgets/segmented'
import { scenarioPart, scoreColumns, type PartMeasure } from './part-scores'
import { partMeasureName, PartsTable } from './parts-table'
import { NotMeasured, ReportSection } from '../../widgets/report-section'
import { spreadSentence } from './spread-sentence'
import styles from '../../widgets/report.module.css'

const measures: readonly PartMeasure[] = ['average_precision', 'recall_at_precision_90', 'precision', 'recall']

/** Each way in which a world can be unlike those of the training, by itself. */
export function StressPanel({ results }: { readonly results: Results }) {
  const [measure, setMeasure] = useState<PartMeasure>('average_precision')
  const scenarios = results.stress_scenarios ?? []
  const parts = scenarios.map(scenarioPart)
  const set = results.sets.stress ?? scenarios[0]
  return (
    <ReportSection id="stress" title="Worlds unlike those of the training">
      {set === undefined || parts.length === 0 ? (
        <NotMeasured what="Each stress scenario by itself" />
      ) : (
        <>
          <p className={styles['about']}>
            Each scenario pushes one thing beyond anything that the models have learned from, to see where they break. Few worlds stand for each, so intervals
            are wide. The best rule is that of the scenario. For all measures of one scenario, choose the stress worlds under “How good they are”.
          </p>
          <p className={styles['sentence']}>{spreadSentence(parts, scoreColumns(set))}</p>
          <Segmented label="Measure of the scenarios" wraps options={measures.map((value) => ({ value, label: partMeasureName(value) }))} value={measure} onChange={setMeasure} />
          <PartsTable caption={`Stress scenarios: ${partMeasureName(measure)}`} rowsAre="Scenario" parts={parts} columns={scoreColumns(set)} measure={measure} />
        </>
      )}
    </ReportSection>
  )
}
