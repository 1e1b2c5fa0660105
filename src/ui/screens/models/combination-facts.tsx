import type { CombinationModel } from '../../../store/selectors'
import { formatScore } from '../../format/format-score'
import { modelName } from '../../format/model-name'
import styles from './model-panel.module.css'

/** What the combined score is made of and how. */
export function CombinationFacts({ model }: { readonly model: CombinationModel }) {
  const { formula, threshold } = model
  return (
    <>
      <dl className={styles['facts']}>
        <div>
          <dt>Shipped threshold</dt>
          <dd>{formatScore(threshold.precision_floor_threshold)}</dd>
        </div>
        <div>
          <dt>Made of</dt>
          <dd>{formula.models.map(modelName).join(', ')}</dd>
        </div>
      </dl>
      <p>
        No model of its own: the mean of what its models say, taken as log-odds and calibrated once more. It is computed from their scores, so it costs no
        further scoring. A row has it once all of them have scored that row.
      </p>
    </>
  )
}
