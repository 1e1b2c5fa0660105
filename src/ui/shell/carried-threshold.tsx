import { selectCarriedThreshold } from '../../store/carried-state'
import { selectUsableModels } from '../../store/selectors'
import { useAppStore } from '../app-store-context'
import { formatScore, formatThreshold } from '../format/format-score'
import { thresholdOrigin } from '../screens/thresholds/threshold-origin'
import { useModelName } from '../use-model-name'
import { Button } from '../widgets/button'
import styles from './carried-threshold.module.css'

/** Says that the chosen model's threshold was set before this extract was opened, and offers the model's own. */
export function CarriedThreshold() {
  const carried = useAppStore(selectCarriedThreshold)
  const standing = useAppStore((state) => selectUsableModels(state).find(({ id }) => id === state.model) ?? null)
  const setThreshold = useAppStore((state) => state.setThreshold)
  const dismiss = useAppStore((state) => state.dismissCarried)
  const modelName = useModelName()
  if (carried === null || standing === null) return null
  const isShipped = thresholdOrigin(standing).name === 'Shipped threshold'
  return (
    <section role="status" aria-label="Threshold set earlier" className={styles['card']}>
      <p>
        {modelName(standing.id)} stands at {formatThreshold(carried)}, set before this extract was opened; {isShipped ? 'shipped' : 'its own'}{' '}
        {formatScore(standing.threshold.precision_floor_threshold)}.
      </p>
      <div className={styles['actions']}>
        <Button onClick={() => setThreshold(standing.id, null)}>{isShipped ? 'Use the shipped threshold' : 'Use its own threshold'}</Button>
        <Button onClick={dismiss}>Keep {formatThreshold(carried)}</Button>
      </div>
    </section>
  )
}
