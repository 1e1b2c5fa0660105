import { useAppStore } from '../../app-store-context'
import { inModelOrder } from './compared-rows'
import { ModelPanel } from './model-panel'
import { ReportSection } from '../../widgets/report-section'
import styles from './model-cards.module.css'

/** Every model that was asked for: in use, usable, or refused with the reason. */
export function ModelCards() {
  const models = useAppStore((state) => state.loadedModels)
  const chosen = useAppStore((state) => state.model)
  const listed = inModelOrder(models.map(({ id }) => id)).flatMap((id) => models.find((model) => model.id === id) ?? [])
  return (
    <ReportSection id="one-by-one" title="The models one by one">
      <div className={styles['cards']}>
        {listed.map((model) => (
          <ModelPanel key={model.id} model={model} chosen={model.id === chosen} />
        ))}
      </div>
    </ReportSection>
  )
}
