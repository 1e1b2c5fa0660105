import type { AlertRow } from '../../../domain/alerts/alert-row'
import { isAlert } from '../../../domain/scoring/prediction-columns'
import { countAgreeing, selectThreshold, selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatProbability } from '../../format/format-number'
import { useModelName } from '../../use-model-name'
import styles from './model-opinions.module.css'

/** What each model gives this row, against its own threshold. */
export function ModelOpinions({ probabilities }: Pick<AlertRow, 'probabilities'>) {
  const models = useAppStore(selectUsableModels)
  const modelName = useModelName()
  const loadedModels = useAppStore((state) => state.loadedModels)
  const thresholds = useAppStore((state) => state.thresholds)
  const { agreeing, of } = countAgreeing({ loadedModels, thresholds }, probabilities)
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>
        {agreeing} of {of} models put it on the list
      </caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">Probability</th>
          <th scope="col">Listed from</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {models.map(({ id }) => {
          const probability = probabilities[id] ?? NaN
          const threshold = selectThreshold({ loadedModels, thresholds }, id)
          return (
            <tr key={id}>
              <th scope="row">{modelName(id)}</th>
              <td>{formatProbability(probability)}</td>
              <td>{formatProbability(threshold)}</td>
              <td>{Number.isNaN(probability) ? 'not scored' : isAlert(probability, threshold) ? 'check' : 'leave'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
