/** Which model decides, and how many alerts that gives. Stands above every screen of an extract. */
import { shippedModels } from '../../domain/scoring/model-manifest'
import { selectAlertCount, selectUsableModels } from '../../store/selectors'
import { useAppStore } from '../app-store-context'
import { formatDay } from '../format/format-day'
import { countOf } from '../format/format-number'
import { useModelName } from '../use-model-name'
import { Segmented } from '../widgets/segmented'
import styles from './model-bar.module.css'

export function ModelBar({ withModels }: { readonly withModels: boolean }) {
  return (
    <div className={styles['bar']}>
      <StatusLine />
      {withModels && <ModelChoice />}
    </div>
  )
}

function ModelChoice() {
  const modelName = useModelName()
  const loadedModels = useAppStore((state) => state.loadedModels)
  const model = useAppStore((state) => state.model)
  const chooseModel = useAppStore((state) => state.chooseModel)
  const usableModels = useAppStore(selectUsableModels)
  const shipped = shippedModels.map((id: string) => {
    const loaded = loadedModels.find((candidate) => candidate.id === id)
    const usable = loaded?.usable === true
    return { value: id, label: modelName(id), disabled: !usable, ...(loaded && !loaded.usable ? { title: loaded.fault.sentence } : {}) }
  })
  const further = usableModels.filter(({ id }) => !shipped.some(({ value }) => value === id)).map(({ id }) => ({ value: id, label: modelName(id), disabled: false }))
  const options = [...shipped, ...further]
  return <Segmented label="Model" options={options} value={model} onChange={chooseModel} />
}

function StatusLine() {
  const shown = useAppStore((state) => state.view !== null)
  const scoring = useAppStore((state) => state.phase.phase === 'scoring')
  const count = useAppStore(selectAlertCount)
  const scope = useAppStore((state) => state.view?.query.scope ?? null)
  const latestDay = useAppStore((state) => state.opened?.latestDay ?? null)
  const day = scope?.kind === 'day' ? scope.day : scope?.kind === 'latest' ? latestDay : null
  return (
    <p role="status" className={styles['status']}>
      {shown ? (
        <>
          <strong className="tabular">{countOf(count, 'alert')}</strong>
          <span className={styles['when']}>{day === null ? ' on all days' : ` on ${formatDay(day)}`}</span>
        </>
      ) : scoring ? (
        'Scoring the latest day …'
      ) : (
        'No list yet'
      )}
    </p>
  )
}
