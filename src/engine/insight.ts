/** Looks into a row and into a model: questions about the open extract that run the models anew. */
import { seriesOfRow, type AlertSource } from '../domain/alerts/alert-source'
import type { FeatureContext } from '../domain/features/context'
import type { InsightAnswer, InsightQuestion } from '../domain/insight/insight-question'
import type { CombinedFormula } from '../domain/scoring/combined-score'
import type { Outcome } from '../domain/csv/problems'
import type { BlockScoring } from './block-scorer'
import type { EngineFault } from './engine'
import { noModel } from './engine-faults'
import type { OnProgress } from './extract-session'
import { partialDependence } from './partial-dependence'
import { reliance } from './reliance'
import type { ScoringModel } from './model-bytes'
import type { TriedModel } from './tried-rows'
import { whatIf, type WhatIfOutcome, type WhatIfQuestion } from './what-if'

/** What is open and who can score it. */
export interface InsightGround {
  readonly context: FeatureContext
  readonly source: AlertSource
  readonly models: readonly ScoringModel[]
  readonly combined: CombinedFormula | null
  readonly scorers: readonly BlockScoring[]
}

export class Insight {
  readonly #ground: () => InsightGround

  /** @param ground throws an `EngineStopped` where nothing is open */
  constructor(ground: () => InsightGround) {
    this.#ground = ground
  }

  /** One scorer runs the models for it, behind what it is scoring. */
  async whatIf(question: WhatIfQuestion): Promise<WhatIfOutcome> {
    const { context, models, combined, scorers } = this.#ground()
    return whatIf(context, seriesOfRow(context.table, question.row), question, scorers[0] ?? null, models, combined)
  }

  /** `model-missing` where the model does not stand. */
  async look(question: InsightQuestion, signal: AbortSignal, onProgress: OnProgress): Promise<Outcome<InsightAnswer, EngineFault>> {
    const { context, source, scorers, ...standing } = this.#ground()
    const model = triedModel(standing, question.model)
    const scores = source.scores.get(question.model)
    if (!model || !scores) return { ok: false, fault: noModel }
    const value =
      question.kind === 'dependence'
        ? await partialDependence(context, question, model, scores, scorers, signal, onProgress)
        : await reliance(context, question.rows, model, scores, scorers, signal, onProgress)
    return { ok: true, value }
  }
}

/** Null where the model does not stand. */
function triedModel({ models, combined }: Pick<InsightGround, 'models' | 'combined'>, id: string): TriedModel | null {
  if (combined?.id === id) return { models: models.filter((model) => combined.models.includes(model.id)), combined }
  const model = models.find((one) => one.id === id)
  return model ? { models: [model], combined: null } : null
}
