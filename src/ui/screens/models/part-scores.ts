/** The scores of the parts of a report (bands of a set, stress scenarios), one column a model, in one form. */
import type { Measured } from '../../../domain/metrics/measured'
import type { Band, MeasuredSet, StressScenario } from '../../../domain/metrics/measured-set'
import { shippedModels } from '../../../domain/scoring/model-manifest'
import { formatUnits } from '../../format/format-number'
import { modelName } from '../../format/model-name'
import { seriesLook } from '../../widgets/charts/series-look'
import type { MarkShape } from '../../widgets/charts/interval-track'
import { bestRule, comparedRows, inModelOrder } from './compared-rows'
import type { MaybeEstimate } from './estimate-cell'
import { scenarioWords } from './set-words'

export type PartMeasure = 'average_precision' | 'recall_at_precision_90' | 'precision' | 'recall'

/** A column of the table: a model, their combination, the ceiling or the best rule. */
export interface ScoreColumn {
  readonly key: string
  readonly name: string
  readonly colour: string
  readonly shape: MarkShape
}

export interface Part {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly candidates: number
  readonly positives: number
  readonly tooFew: boolean
  /** By column key; absent or null where there is no figure. */
  readonly scores: Readonly<Partial<Record<string, Partial<Record<PartMeasure, MaybeEstimate>>>>>
}

/** Keys that are no model's id in any results file. */
const combinedKey = 'combined'
const ceilingKey = 'ceiling'
const ruleKey = 'best rule'

/** The columns that stand above the parts of a set: its models, and what else it has. */
export function scoreColumns(set: Pick<MeasuredSet, 'models' | 'combined' | 'ceiling' | 'rules'>): readonly ScoreColumn[] {
  const shipped: readonly string[] = shippedModels
  const ids = inModelOrder(Object.keys(set.models))
  return [
    ...ids.map((id, at): ScoreColumn => ({ key: id, name: modelName(id), colour: seriesLook(shipped.includes(id) ? shipped.indexOf(id) : at).colour, shape: 'dot' })),
    ...(set.combined ? [{ key: combinedKey, name: set.combined.name ?? 'All models', colour: 'var(--text)', shape: 'ring' as const }] : []),
    ...(Object.keys(set.rules).length > 0 ? [{ key: ruleKey, name: 'Best rule', colour: 'var(--chart-axis)', shape: 'ring' as const }] : []),
    ...(set.ceiling ? [{ key: ceilingKey, name: 'Ceiling', colour: 'var(--chart-axis)', shape: 'tick' as const }] : []),
  ]
}

/** A scenario with the scores of its models; its best rule is its own. */
export function scenarioPart(scenario: StressScenario): Part {
  const rule = bestRule(comparedRows(scenario))
  const measured: readonly (readonly [string, Measured | null | undefined])[] = [
    ...Object.entries(scenario.models),
    [combinedKey, scenario.combined],
    [ceilingKey, scenario.ceiling],
    [ruleKey, rule?.measured],
  ]
  const { name, about } = scenarioWords(scenario.scenario)
  return {
    key: scenario.scenario,
    name,
    note: about,
    candidates: scenario.candidates,
    positives: scenario.positives,
    tooFew: false,
    scores: Object.fromEntries(measured.flatMap(([key, scores]) => (scores ? [[key, scores]] : []))),
  }
}

/** A band; what it holds beside models, combination and ceiling is a rule. */
export function bandPart(band: Band, models: readonly string[], unit: string): Part {
  const known = [...models, combinedKey, ceilingKey]
  return {
    key: `${band.from}`,
    name: `${bandReach(band)} ${unit}`,
    note: band.too_few ? 'Too few phantom rows to judge by.' : '',
    candidates: band.candidates,
    positives: band.positives,
    tooFew: band.too_few,
    scores: Object.fromEntries(Object.entries(band.measured).map(([id, scores]) => [known.includes(id) ? id : ruleKey, scores])),
  }
}

/** The name of the rule that stands in the bands; null where none does. */
export function bandRule(bands: readonly Band[], models: readonly string[]): string | null {
  const known = [...models, combinedKey, ceilingKey]
  for (const { measured } of bands) {
    const found = Object.entries(measured).find(([id]) => !known.includes(id))
    if (found) return found[1].name ?? found[0]
  }
  return null
}

/** "under 0.1", "0.1 to under 0.3", "3 or more". */
function bandReach({ from, below }: Pick<Band, 'from' | 'below'>): string {
  if (below === null) return `${formatUnits(from)} or more`
  return from === 0 ? `under ${formatUnits(below)}` : `${formatUnits(from)} to under ${formatUnits(below)}`
}
