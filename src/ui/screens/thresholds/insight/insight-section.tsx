/** Inside the chosen model: what it makes of one feature, and what it leans on. */
import { useMemo, useState } from 'react'
import type { RowChoice } from '../../../../domain/insight/insight-question'
import { selectSegments, selectThreshold, selectUsableModels } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { useModelName } from '../../../use-model-name'
import { Segmented } from '../../../widgets/segmented'
import { DependencePanel } from './dependence-panel'
import { evidenceRead } from './evidence-read'
import { ReliancePanel } from './reliance-panel'
import styles from './insight-section.module.css'

const choices = [
  { value: 'all', label: 'All rows' },
  { value: 'alerts', label: 'Alerts alone' },
] as const

export function InsightSection() {
  const modelName = useModelName()
  const id = useAppStore((state) => state.model)
  const models = useAppStore(selectUsableModels)
  const threshold = useAppStore((state) => selectThreshold(state, id))
  const segments = useAppStore((state) => selectSegments(state, id))
  const scored = useAppStore(({ phase }) => phase.phase === 'ready' && phase.scored.rows === 'all')
  const fileName = useAppStore((state) => state.file?.name ?? '')
  const [kind, setKind] = useState<RowChoice['kind']>('all')
  const rows = useMemo((): RowChoice => (kind === 'all' ? { kind } : { kind, threshold, segments }), [kind, threshold, segments])
  const model = models.find((one) => one.id === id)
  const kinds = model ? evidenceRead(model, models) : []
  if (!scored) return <p>The model can be looked into once all rows are scored.</p>
  if (!model || kinds.length === 0) return <p>{modelName(id)} cannot be looked into. Choose another model above.</p>
  const one = model.kind === 'pipeline' ? 'column' : 'feature'
  const asked = { model: id, name: modelName(id), rows, source: `${kind === 'all' ? 'Candidate rows' : 'Alerts'} of ${fileName}` }
  // A look belongs to one model, one choice of rows and one setting of thresholds: with another it begins anew.
  const key = JSON.stringify([id, rows])
  return (
    <div className={styles['section']}>
      <div className={styles['choice']}>
        <p className={styles['about']}>
          The model is run again on some rows of this extract with one thing changed at a time. That says what it has learned, not what causes empty shelves: {one}s that usually go together are
          torn apart here.
        </p>
        <Segmented label="Rows to try it on" options={choices} value={kind} onChange={setKind} />
      </div>
      <DependencePanel key={`${key} dependence`} kinds={kinds} one={one} {...asked} />
      <ReliancePanel key={`${key} reliance`} kinds={kinds} one={one} {...asked} />
    </div>
  )
}
