/** The two parts of the drawer that wait for the explanation: the reasons, and how the chosen model came to its score. */
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { mostColumns } from '../../../domain/explain/column-attribution'
import { sourcesRead } from '../../../domain/pipelines/pipeline-spec'
import { isAlert } from '../../../domain/scoring/prediction-columns'
import { selectRowThreshold, selectUsableModels, type PipelineModel } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { FaultCard } from '../../widgets/fault-card'
import { useModelName } from '../../use-model-name'
import { evidenceRead } from '../thresholds/insight/evidence-read'
import { ColumnsFigure, EvidenceFigure } from './evidence-figure'
import { RowReasons } from './row-reasons'
import type { Explained } from './use-explanation'

/** Such a row is opened from the list of items that sell without stock on record. */
const noStock = 'The record claims no stock here, so there is nothing that could be missing, and no model judges it. If it sells all the same, count it and set the record right.'

export function DrawerReasons({ explained, alert }: { readonly explained: Explained; readonly alert: AlertRow }) {
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectRowThreshold(state, state.model, alert))
  switch (explained.state) {
    case 'loading':
      return <p role="status">Working out why …</p>
    case 'failed':
      return <FaultCard title="The reasons could not be worked out" sentence={explained.sentence} advice="Close this and open the row again. If it stays so, open the file again." />
    case 'here': {
      if (!(alert.onHand > 0)) return <p>{noStock}</p>
      const probability = alert.probabilities[model]
      const verdict = probability === undefined ? 'unscored' : isAlert(probability, threshold) ? 'check' : 'leave'
      return <RowReasons explanation={explained.explanation} model={model} verdict={verdict} />
    }
  }
}

export function DrawerEvidence({ explained, alert }: { readonly explained: Explained; readonly alert: AlertRow }) {
  const modelName = useModelName()
  const model = useAppStore((state) => state.model)
  const models = useAppStore(selectUsableModels)
  // Where the reasons wait or failed, that has been said above.
  if (explained.state !== 'here' || !(alert.onHand > 0)) return null
  const { attributions, columns } = explained.explanation
  const attribution = attributions[model]
  const standing = models.find(({ id }) => id === model)
  if (standing?.kind === 'pipeline') {
    const shared = columns[model]
    if (!shared) return <p>{noShares(modelName(model), standing, alert.probabilities[model])}</p>
    return <ColumnsFigure attribution={shared} name={modelName(model)} read={evidenceRead(standing, models).flatMap(({ read }) => read)} />
  }
  if (!attribution) return <p>{modelName(model)} cannot be run here, so its score cannot be taken apart.</p>
  return <EvidenceFigure attribution={attribution} name={modelName(model)} />
}

/** Why the score of a pipeline is not taken apart. */
function noShares(name: string, { pipeline }: PipelineModel, probability: number | undefined): string {
  if (probability === undefined || Number.isNaN(probability)) return `${name} gives this day no score, so there is nothing to take apart.`
  const columns = sourcesRead(pipeline).length
  if (columns > mostColumns) return `${name} reads ${columns} columns. Among more than ${mostColumns} a score is not shared out here: it would take too long.`
  return `${name} gives no score where some of its columns are those of a typical item, so its score cannot be taken apart.`
}
