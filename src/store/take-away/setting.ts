/**
 * What the user has set, without anything of the extract: taken away in a session file or a link and
 * taken on again. Read with suspicion, for it comes from files and addresses that anybody may write.
 */
import { z } from 'zod'
import type { AppState } from '../app-state'
import { changedGoals, usualGoals, writtenGoals } from '../goals-state'
import { writtenPayoff } from '../payoff-state'
import { writtenPickedFor } from '../picked-for-state'
import { writtenSegmentsByModel } from '../segments-state'
import { selectUsableModels } from '../selectors'
import { mostPerStore } from '../today-state'

/** The causes that make up a setting. */
export type Setting = Pick<AppState, 'model' | 'thresholds' | 'segmentThresholds' | 'pickedFor' | 'todayPlan' | 'goals' | 'payoff'>

const probability = z.number().min(0).max(1)

/** A setting whole, as a session file holds it and a link spells it out. */
export const settingSchema: z.ZodType<Setting> = z.object({
  model: z.string().min(1).max(60),
  thresholds: z.record(z.string().min(1).max(60), probability),
  // Files and links of before there were any have none.
  segmentThresholds: writtenSegmentsByModel.default({}),
  pickedFor: writtenPickedFor.default({}),
  todayPlan: z.object({ perStore: z.number().int().min(1).max(mostPerStore), controls: z.boolean(), order: z.enum(['walking', 'stake']) }),
  goals: writtenGoals.transform((goals) => changedGoals(usualGoals, goals)),
  payoff: writtenPayoff,
})

export function settingOf({ model, thresholds, segmentThresholds, pickedFor, todayPlan, goals, payoff }: AppState): Setting {
  return { model, thresholds, segmentThresholds, pickedFor, todayPlan, goals, payoff }
}

/** What of a setting fits the models that stand here, and what does not. */
export interface FittedSetting {
  readonly setting: Setting
  /** The chosen model's id where it does not stand here: the model in use stays. */
  readonly strangeModel: string | null
  /** Ids of models that have a threshold, or thresholds by segment, in the setting and do not stand here: those are left out. */
  readonly strangeThresholds: readonly string[]
}

/** @param standing the model in use, and those that stand */
export function fitSetting(setting: Setting, standing: Pick<AppState, 'model' | 'loadedModels'>): FittedSetting {
  const ids = new Set(selectUsableModels(standing).map(({ id }) => id))
  const known = <Value>(byModel: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(byModel).filter(([id]) => ids.has(id)))
  const named = new Set([...Object.keys(setting.thresholds), ...Object.keys(setting.segmentThresholds)])
  const stands = ids.has(setting.model)
  return {
    setting: { ...setting, model: stands ? setting.model : standing.model, thresholds: known(setting.thresholds), segmentThresholds: known(setting.segmentThresholds), pickedFor: known(setting.pickedFor) },
    strangeModel: stands ? null : setting.model,
    strangeThresholds: [...named].filter((id) => !ids.has(id)),
  }
}
