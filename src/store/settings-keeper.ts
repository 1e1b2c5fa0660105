/** The chosen model, the thresholds and what they were picked for, those by segment, goals and payoff table that the user set and whether the tour was seen, kept in this browser. */
import type { AppState } from './app-state'
import { goalsIn } from './goals-state'
import { payoffIn } from './payoff-state'
import { pickedForIn } from './picked-for-state'
import { segmentsIn } from './segments-state'

export type Settings = Pick<AppState, 'model' | 'thresholds' | 'segmentThresholds' | 'pickedFor' | 'tourSeen' | 'goals' | 'payoff'>

export interface SettingsKeeper {
  /** Null: nothing is kept, or what is kept cannot be read. */
  recall(): Settings | null
  /** False where the browser did not keep them. */
  keep(settings: Settings): boolean
}

const place = 'phantom-settings'
/** Version 1: `{version, model, thresholds, goals, payoff}` and, where the tour was seen, `tourSeen: true`. Where segments have thresholds of their own, `segmentThresholds` too. Older ones have no `goals`, no `payoff` and no `pickedFor`. */
const version = 1

/** @param storage the browser's; it may refuse each call, as private windows and full disks do */
export function createSettingsKeeper(storage: () => Pick<Storage, 'getItem' | 'setItem'>): SettingsKeeper {
  return {
    recall() {
      try {
        const kept = storage().getItem(place)
        return kept === null ? null : settingsIn(JSON.parse(kept))
      } catch {
        return null
      }
    },
    keep({ model, thresholds, segmentThresholds, pickedFor, tourSeen, goals, payoff }) {
      try {
        storage().setItem(place, JSON.stringify({ version, model, thresholds, pickedFor, goals, payoff, ...(Object.keys(segmentThresholds).length > 0 ? { segmentThresholds } : {}), ...(tourSeen ? { tourSeen } : {}) }))
        return true
      } catch {
        return false
      }
    },
  }
}

/** Settings of this version; thresholds that are none are left out. */
function settingsIn(parsed: unknown): Settings | null {
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || parsed.version !== version) return null
  if (!('model' in parsed) || typeof parsed.model !== 'string' || !('thresholds' in parsed)) return null
  const given: readonly (readonly [string, unknown])[] = typeof parsed.thresholds === 'object' && parsed.thresholds !== null ? Object.entries(parsed.thresholds) : []
  const thresholds = given.flatMap(([id, value]) => (typeof value === 'number' && value >= 0 && value <= 1 ? [[id, value] as const] : []))
  return {
    model: parsed.model,
    thresholds: Object.fromEntries(thresholds),
    segmentThresholds: segmentsIn('segmentThresholds' in parsed ? parsed.segmentThresholds : null),
    pickedFor: pickedForIn('pickedFor' in parsed ? parsed.pickedFor : null),
    tourSeen: 'tourSeen' in parsed && parsed.tourSeen === true,
    goals: goalsIn('goals' in parsed ? parsed.goals : null),
    payoff: payoffIn('payoff' in parsed ? parsed.payoff : null),
  }
}
