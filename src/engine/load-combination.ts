/** The combined score as a model beside the others: offered, refused with the reason, or simply not there. */
import { readCombinedFormula, type CombinedFormula } from '../domain/scoring/combined-score'
import { fileCorrupt, partsMissing } from '../domain/scoring/model-faults'
import { combinedId } from '../domain/scoring/model-manifest'
import { jsonOrNull } from './bundled-worlds'
import type { LoadedModel } from './engine'

/** Where the file lies beside the model folders. */
export const combinedFile = 'combined.json'

/**
 * The models with their combination behind them. It stands where `combined.json` is there, in order
 * and offered, and every model that it is made of is usable; a file that says it is not offered adds nothing.
 *
 * @param file its bytes; null where there is none
 */
export function withCombination(models: readonly LoadedModel[], file: Uint8Array | null): LoadedModel[] {
  if (!file) return [...models]
  const formula = readCombinedFormula(jsonOrNull(file))
  if (!formula) return [...models, { id: combinedId, usable: false, fault: fileCorrupt(combinedId, combinedFile, 'does not follow its format') }]
  if (!formula.offered) return [...models]
  const missing = formula.models.filter((id) => !models.some((model) => model.id === id && model.usable))
  if (missing.length > 0) return [...models, { id: combinedId, usable: false, fault: partsMissing(formula.name, missing) }]
  const { id, name, precision_floor_threshold, precision_floor } = formula
  return [...models, { id, name, usable: true, kind: 'combination', formula, threshold: { precision_floor_threshold, precision_floor } }]
}

/** The formula of the combination that stands among the models; null where none does. */
export function standingFormula(models: readonly LoadedModel[]): CombinedFormula | null {
  for (const model of models) if (model.usable && model.kind === 'combination') return model.formula
  return null
}
