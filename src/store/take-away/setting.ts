/**
 * What the user has set, without anything of the extract: taken away in a session file or a link and
 * taken on again. Read with suspicion, for it comes from files and addresses that anybody may write.
 */
import { z } from 'zod'
import type { AppState } from '../app-state'
import { changedGoals, usualGoals, writtenGoals } from '../goals-state'
import { writtenPayoff } from '../payoff-state'
import { selectUsableModels } from '../selectors'
import { mostPerStore } from '../today-state'

/** The causes that make up a setting. */
export type Setting = Pick<AppState, 'model' | 'thresholds' | 'todayPlan' | 'goals' | 'payoff'>

const probability = z.number().min(0).max(1)

/** A setting whole, as a session file holds it and a link spells it out. */
export const settingSchema: z.ZodType<Setting> = z.object({
  model: z.string().min(1).max(60),
  thresholds: z.record(z.string().min(1).max(60), probability),
  todayPlan: z.object({ perStore: z.number().int().min(1).max(mostPerStore), controls: z.boolean(), order: z.enum(['walking', 'stake']) }),
  goals: writtenGoals.transform((goals) => changedGoals(usualGoals, goals)),
  payoff: writtenPayoff,
})

export function settingOf({ model, thresholds, todayPlan, goals, payoff }: AppState): Setting {
  return { model, thresholds, todayPlan, goals, payoff }
}

/** What of a setting fits the models that stand here, and what does not. */
export interface FittedSetting {
  readonly setting: Setting
  /** The chosen model's id where it does not stand here: the model in use stays. */
  readonly strangeModel: string | null
  /** Ids of models that have a threshold in the setting and do not stand here: those thresholds are left out. */
  readonly strangeThresholds: readonly string[]
}

/** @param standing the model in use, and those that stand */
export function fitSetting(setting: Setting, standing: Pick<AppState, 'model' | 'loadedModels'>): FittedSetting {
  const ids = new Set(selectUsableModels(standing).map(({ id }) => id))
  const known = Object.entries(setting.thresholds).filter(([id]) => ids.has(id))
  const stands = ids.has(setting.model)
  return {
    setting: { ...setting, model: stands ? setting.model : standing.model, thresholds: Object.fromEntries(known) },
    strangeModel: stands ? null : setting.model,
    strangeThresholds: Object.keys(setting.thresholds).filter((id) => !ids.has(id)),
  }
}
