/** What every slice of the store works with: the engine, the browser around it, and the ways in which trouble is said. */
import type { StoreApi } from 'zustand/vanilla'
import type { Engine, EngineFault, OpenedExtract } from '../engine/engine'
import type { AppStoreState, Phase } from './app-state'
import type { FindingsKeeper } from './findings-keeper'
import type { MappingKeeper } from './mapping-keeper'
import type { SettingsKeeper } from './settings-keeper'
import { extractLost, faultIn, wordsOf } from './store-faults'
import { Wishes } from './wishes'

/** What the app needs of the browser around it; tests bring their own. */
export interface Surroundings {
  /** Fetches all that is still needed from the network. No request is made after a file is taken. */
  prepare(): Promise<void>
  fetchDemo(): Promise<Blob>
  saveFile(file: Blob, name: string): void
  /** Keeps findings beyond this tab; without it they end with the tab. */
  readonly findingsKeeper?: FindingsKeeper
  /** Keeps settled mappings beyond this tab; without it they end with the file. */
  readonly mappingKeeper?: MappingKeeper
  /** Keeps the chosen model and thresholds beyond this tab; without it they end with the tab. */
  readonly settingsKeeper?: SettingsKeeper
  /** The hash that the page was opened with, which is then taken off the address, so that a reload does not bring the setting back; null: none of ours. */
  takeLink?(): string | null
  /** Milliseconds since 1970-01-01 UTC; without it the browser's own clock. */
  readonly now?: () => number
}

export interface StoreContext {
  readonly engine: Engine
  readonly surroundings: Surroundings
  readonly get: StoreApi<AppStoreState>['getState']
  readonly set: (change: Partial<AppStoreState>) => void
  readonly wishes: Wishes
  /** Stops what the former wish started and gives the new one its number. */
  readonly newWish: () => number
  readonly toPhase: (phase: Phase) => void
  /** Says an error once, as a notice; the app goes on where it was. */
  readonly tell: (error: unknown) => void
  /** Ends in the phase `failed`. */
  readonly fail: (fault: Extract<Phase, { phase: 'failed' }>['fault']) => void
  /** Is the extract gone with its worker? Then that is said, with the way to read it again. */
  readonly isLost: (fault: EngineFault | null, opened: OpenedExtract | null) => boolean
  /** A question about the open extract; that it got no answer is said here, and known to whoever asked. */
  readonly ask: <Answer>(question: () => Promise<Answer>) => Promise<Answer>
}

export function createStoreContext(
  engine: Engine,
  surroundings: Surroundings,
  set: (change: Partial<AppStoreState>) => void,
  get: StoreApi<AppStoreState>['getState'],
): StoreContext {
  const wishes = new Wishes()
  const toPhase = (phase: Phase) => set({ phase })

  function newWish(): number {
    const { wish, wasWriting } = wishes.begin()
    if (wasWriting) set({ downloadFraction: null })
    return wish
  }

  function tell(error: unknown): void {
    const fault: EngineFault = faultIn(error) ?? {
      code: 'unexpected',
      sentence: `The last step did not finish: ${wordsOf(error)}`,
      advice: 'Try again; if it happens again, reload the page.',
    }
    set({ notice: fault })
  }

  const fail: StoreContext['fail'] = (fault) => toPhase({ phase: 'failed', fault: fault.code === 'no-extract' ? extractLost : fault })

  function isLost(fault: EngineFault | null, opened: OpenedExtract | null): boolean {
    if (fault?.code !== 'worker-died' && fault?.code !== 'no-extract') return false
    const { phase } = get()
    // Asked about an extract that another file has replaced meanwhile: nobody misses the answer.
    if (opened === null || get().opened !== opened || (phase.phase !== 'scoring' && phase.phase !== 'ready')) return true
    newWish()
    set({ opened: null, view: null, extractCurves: {} })
    fail(fault)
    return true
  }

  async function ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    const { opened } = get()
    try {
      return await question()
    } catch (error) {
      if (!isLost(faultIn(error), opened)) tell(error)
      throw error
    }
  }

  return { engine, surroundings, get, set, wishes, newWish, toPhase, tell, fail, isLost, ask }
}
