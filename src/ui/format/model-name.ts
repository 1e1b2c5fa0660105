/** What the models that ship, and their combination, are called everywhere. */
import { combinedId, type ModelId } from '../../domain/scoring/model-manifest'

const names: Readonly<Record<ModelId | typeof combinedId, string>> = { lgbm: 'LightGBM', xgb: 'XGBoost', rf: 'Random Forest', lstm: 'LSTM', [combinedId]: 'All four' }

/** The name of a shipped model; any other goes by its id. */
export function modelName(id: string): string {
  return Object.entries(names).find(([known]) => known === id)?.[1] ?? id
}
