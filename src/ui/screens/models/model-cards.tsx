import { shippedModels } from '../../../domain/scoring/model-manifest'
import { useAppStore } from '../../app-store-context'
import { ModelPanel } from './model-panel'
import styles from './model-cards.module.css'

/** Every model that was asked for: in use, usable, or refused with the reason. */
export function ModelCards() {
  const models = useAppStore((state) => state.loadedModels)
  const chosen = useAppStore((state) => state.model)
  const order: readonly string[] = shippedModels
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  const listed = [...models].sort((a, b) => place(a.id) - place(b.id))
  return (
    <section className={styles['cards']} aria-label="The models one by one">
      {listed.map((model) => (
        <ModelPanel key={model.id} model={model} chosen={model.id === chosen} />
      ))}
    </section>
  )
}
