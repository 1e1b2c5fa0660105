import { useCallback } from 'react'
import type { AppState } from '../store/app-state'
import { useAppStore } from './app-store-context'
import { modelName } from './format/model-name'

/** The name of any model that stands: what its own folder says for one that the user brought, else as everywhere. Of another project's pipeline it says that nobody here has calibrated it. */
export function useModelName(): (id: string) => string {
  const models = useAppStore((state) => state.loadedModels)
  return useCallback((id) => ownName(models, id) ?? modelName(id), [models])
}

function ownName(models: AppState['loadedModels'], id: string): string | null {
  for (const model of models) {
    if (model.id !== id || !model.usable || model.kind === 'combination' || !model.own) continue
    return model.kind === 'pipeline' ? `${model.name} (not calibrated)` : model.name
  }
  return null
}
