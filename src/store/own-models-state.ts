/** Models that the user brought for this tab; those that are usable stand in `loadedModels`. */
import type { BroughtFile, LoadedModel } from '../engine/engine'

export interface OwnModelsState {
  /** Files are being read and tried out. */
  readonly bringing: boolean
  /** What was refused of the last files that were brought. */
  readonly refusedModels: readonly Extract<LoadedModel, { usable: false }>[]
}

export interface OwnModelsActions {
  /** Takes model folders or zip archives of them; what fits stands beside the shipped models and is scored if an extract is. */
  readonly bringModels: (files: readonly BroughtFile[]) => Promise<void>
  /** Forgets a model that was brought, with its scores and threshold. */
  readonly removeModel: (model: string) => Promise<void>
}

export const noOwnModels: OwnModelsState = { bringing: false, refusedModels: [] }
