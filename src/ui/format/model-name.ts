/** What the four models are called everywhere. */
import type { ModelId } from '../../domain/scoring/model-manifest'

const names: Readonly<Record<ModelId, string>> = { lgbm: 'LightGBM', xgb: 'XGBoost', rf: 'Random Forest', lstm: 'LSTM' }

/** The name of a shipped model; any other goes by its id. */
export function modelName(id: string): string {
  return Object.entries(names).find(([known]) => known === id)?.[1] ?? id
}
