/** Settings, sessions and thresholds out of the app and in again. Nothing is sent: files are saved, links are copied by the user. */
import { headerFingerprint, type RememberedMapping } from '../../domain/csv/remembered-mapping'
import type { AppState, AppStoreState } from '../app-state'
import type { StoreContext } from '../store-context'
import type { ViewSlice } from '../view-slice'
import { fitSetting, settingOf, type Setting } from './setting'
import { isSettingHash, readSettingHash } from './share-link'
import { readSession, sessionText } from './session-file'
import { otherModel, unreadableFile, type TakeAwayFault } from './take-away-faults'
import type { BeforeTaken, TakeAwayActions, TakenNews } from './take-away-state'
import { readThresholdFile, thresholdFileText } from './threshold-setting'

const jsonFile = (text: string) => new Blob([text], { type: 'application/json' })

export function createTakeAwaySlice({ surroundings, get, set }: StoreContext, { refreshView }: Pick<ViewSlice, 'refreshView'>): TakeAwayActions {
  const now = surroundings.now ?? Date.now
  const refuse = (what: 'session' | 'link' | 'threshold', fault: TakeAwayFault) => set({ taken: { kind: 'refused', what, fault } })

  /** Puts a setting in the place of the one in hand as far as it fits. */
  function takeOn(setting: Setting): Pick<Extract<TakenNews, { kind: 'link' }>, 'fits' | 'before'> {
    const before = beforeTaken(get())
    const { setting: fitting, ...fits } = fitSetting(setting, get())
    set(fitting)
    void refreshView()
    return { fits, before }
  }

  function keepMapping(remembered: RememberedMapping): 'taken' | 'known' | 'unkept' {
    const keeper = surroundings.mappingKeeper
    const standing = keeper?.recall(remembered.headers)
    if (standing && standing.savedAt >= remembered.savedAt) return 'known'
    return keeper?.keep(remembered) ? 'taken' : 'unkept'
  }

  return {
    saveThreshold: () => surroundings.saveFile(jsonFile(thresholdFileText(get())), 'threshold.json'),

    async loadThreshold(file, name) {
      const text = await textOf(file)
      if (text === null) { refuse('threshold', unreadableFile); return; }
      const read = readThresholdFile(text)
      if (!read.ok) { refuse('threshold', read.fault); return; }
      const { model } = get()
      const { threshold, segments, model: named, pickedFor } = read.value
      if (named !== null && named !== model) { refuse('threshold', otherModel(named, model)); return; }
      const before = beforeTaken(get())
      // The file says how the model alerts: without thresholds by segment it is one for all.
      get().setSegments(model, segments)
      if (pickedFor) get().pickThreshold(model, threshold, pickedFor)
      else get().setThreshold(model, threshold)
      set({ taken: { kind: 'threshold', file: name, model, threshold, segments, before } })
    },

    saveSession(withFindings) {
      const findings = withFindings ? [...get().findings.entries.values()] : []
      const text = sessionText({ setting: settingOf(get()), mappings: mappingsInHand(get(), now()), findings }, now())
      surroundings.saveFile(jsonFile(text), 'phantom_session.json')
    },

    async loadSession(file, name) {
      const text = await textOf(file)
      if (text === null) { refuse('session', unreadableFile); return; }
      const read = readSession(text)
      if (!read.ok) { refuse('session', read.fault); return; }
      const { setting, mappings, findings, unreadFindings } = read.value
      const outcomes = mappings.map(keepMapping)
      const count = (outcome: 'taken' | 'known' | 'unkept') => outcomes.filter((one) => one === outcome).length
      const taken = get().mergeFindings(findings)
      set({
        taken: {
          kind: 'session',
          file: name,
          ...takeOn(setting),
          mappings: { taken: count('taken'), known: count('known'), unkept: count('unkept') },
          findings: { taken, known: findings.length - taken, unread: unreadFindings },
        },
      })
    },

    openLink(hash) {
      if (!isSettingHash(hash)) return
      const read = readSettingHash(hash)
      if (!read.ok) { refuse('link', read.fault); return; }
      const { setting, tab, section } = read.value
      const news = takeOn(setting)
      // An extract that is opened later opens its own first tab: the link's is remembered for it.
      set({ taken: { kind: 'link', ...news }, tab, linkedTab: get().opened ? null : tab, benchSection: section })
    },

    undoTaken() {
      const { taken } = get()
      if (!taken || taken.kind === 'refused') return
      if (taken.kind === 'segments') {
        set({ ...taken.before, taken: null })
        void refreshView()
        return
      }
      // A model that was removed meanwhile cannot be chosen again.
      const stands = get().loadedModels.some(({ id, usable }) => usable && id === taken.before.model)
      set({ ...taken.before, ...(stands ? {} : { model: get().model }), taken: null, linkedTab: null })
      void refreshView()
    },

    dismissTaken: () => set({ taken: null }),
  }
}

function beforeTaken(state: AppStoreState): BeforeTaken {
  const { tab, benchSection } = state
  return { ...settingOf(state), tab, benchSection }
}

/** How the columns of the open extract were read, one a set of headers. */
function mappingsInHand({ opened, recalledFrom }: Pick<AppState, 'opened' | 'recalledFrom'>, now: number): readonly RememberedMapping[] {
  const byHeaders = new Map<string, RememberedMapping>()
  for (const { headers, mapping } of opened?.summary.files ?? []) byHeaders.set(headerFingerprint(headers), { headers, mapping, savedAt: recalledFrom ?? now })
  return [...byHeaders.values()]
}

/** The file's text; null where it is gone. */
function textOf(file: Blob): Promise<string | null> {
  return file.text().catch(() => null)
}
