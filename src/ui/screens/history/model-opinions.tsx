import type { AlertRow } from '../../../domain/alerts/alert-row'
import { ownThresholdOf } from '../../../domain/segments/segment-thresholds'
import { isAlert } from '../../../domain/scoring/prediction-columns'
import { countAgreeing, selectRowThreshold, selectSegments, selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatProbability } from '../../format/format-number'
import { segmentInFull } from '../../format/segment-name'
import { useModelName } from '../../use-model-name'
import styles from './model-opinions.module.css'

/** What each model gives this row, against the threshold that the row has with it. */
export function ModelOpinions({ alert }: { readonly alert: AlertRow }) {
  const { probabilities } = alert
  const models = useAppStore(selectUsableModels)
  const modelName = useModelName()
  const loadedModels = useAppStore((state) => state.loadedModels)
  const thresholds = useAppStore((state) => state.thresholds)
  const segmentThresholds = useAppStore((state) => state.segmentThresholds)
  const setting = { loadedModels, thresholds, segmentThresholds }
  const { agreeing, of } = countAgreeing(setting, alert)
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
          const threshold = selectRowThreshold(setting, id, alert)
          const segments = selectSegments(setting, id)
          const own = ownThresholdOf(segments, alert)
          return (
            <tr key={id}>
              <th scope="row">{modelName(id)}</th>
              <td>{formatProbability(probability)}</td>
              <td>
                {formatProbability(threshold)}
                {segments && <span className={styles['whose']}>{own ? segmentInFull(own.label, segments.by) : 'common'}</span>}
              </td>
              <td>{Number.isNaN(probability) ? 'not scored' : isAlert(probability, threshold) ? 'check' : 'leave'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
