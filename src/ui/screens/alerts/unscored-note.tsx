import { useMemo } from 'react'
import { selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { countOf, formatCount } from '../../format/format-number'
import { useModelName } from '../../use-model-name'
import styles from './partly-scored.module.css'

/** Another project's pipeline may leave rows without a score, and such a row is on no list: how many of those looked at there are. */
export function UnscoredNote() {
  const model = useAppStore((state) => state.model)
  const isPipeline = useAppStore((state) => selectUsableModels(state).some(({ id, kind }) => id === model && kind === 'pipeline'))
  const isScored = useAppStore(({ phase }) => phase.phase === 'ready' && phase.scored.rows === 'all')
  const shown = useAppStore(({ view }) => (view?.query.model === model ? view.view.probabilities : null))
  const modelName = useModelName()
  const missing = useMemo(() => shown?.reduce((count, probability) => count + (Number.isNaN(probability) ? 1 : 0), 0) ?? 0, [shown])
  if (!isPipeline || !isScored || shown === null || missing === 0) return null
  return (
    <div className={styles['note']}>
      <p>
        {modelName(model)} gives no score to {formatCount(missing)} of {countOf(shown.length, 'row')} looked at here, so none of them can be an alert. What its inputs need stands on the Models screen.
      </p>
    </div>
  )
}
