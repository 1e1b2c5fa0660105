/**
 * What was found. An entry stands on the page at once; keeping it runs behind, one write at a time,
 * and what could not be kept stays marked until it is.
 */
import { isFinding, placeKey, type Finding, type FindingEntry, type FindingPlace, type ModelPromise } from '../domain/findings/finding'
import { findingsCsv } from '../domain/findings/findings-csv'
import { mergeEntries } from '../domain/findings/merge-entries'
import { readFindingsCsv } from '../domain/findings/read-findings-csv'
import { isAlert } from '../domain/scoring/prediction-columns'
import type { AppStoreState } from './app-state'
import type { KeeperNews } from './findings-keeper'
import { selectFinding, selectFindings, selectFindingSet } from './findings-selectors'
import type { FindingsActions, FindingsState, FindingStep, FindingSubject } from './findings-state'
import { selectRowThreshold } from './selectors'
import { spreadsheetFile } from './spreadsheet-file'
import type { StoreContext } from './store-context'

/** Steps that can be undone. */
const stepsKept = 200

export function createFindingsSlice({ surroundings, get, set }: StoreContext): FindingsActions {
  const keeper = surroundings.findingsKeeper ?? null
  const now = surroundings.now ?? Date.now
  let writing: Promise<void> | null = null

  const change = (part: Partial<FindingsState>) => set({ findings: { ...get().findings, ...part } })

  /** Later than the entry that stands, even where the clock was set back. */
  const timeAfter = (standing: FindingEntry | undefined) => Math.max(now(), (standing?.enteredAt ?? 0) + 1)

  /** Entries are on the page at once, and on their way to the keeper. */
  function enter(entries: readonly FindingEntry[], step: FindingStep | null): Promise<void> {
    const { findings } = get()
    const keys = entries.map(placeKey)
    change({
      entries: mergeEntries(findings.entries, entries),
      unkept: new Set([...findings.unkept, ...keys]),
      steps: step ? withStep(findings.steps, step) : findings.steps,
    })
    return keepAll()
  }

  /** One write at a time; what is entered meanwhile goes with the next. */
  async function keepAll(): Promise<void> {
    while (writing) await writing
    if (get().findings.unkept.size === 0) return
    writing = write()
    await writing
    writing = null
  }

  async function write(): Promise<void> {
    const { entries, unkept } = get().findings
    const batch = [...unkept].flatMap((key) => entries.get(key) ?? [])
    const outcome = keeper ? await keeper.keep(batch) : { ok: true as const }
    const { findings } = get()
    if (!outcome.ok) {
      change({ trouble: outcome.fault })
      return
    }
    const done = new Set(batch.filter((entry) => findings.entries.get(placeKey(entry)) === entry).map(placeKey))
    const erased = [...findings.unkept].filter((key) => !findings.entries.has(key))
    change({ trouble: null, unkept: new Set([...findings.unkept].filter((key) => !done.has(key) && !erased.includes(key))) })
  }

  function hear(news: KeeperNews): void {
    const { findings } = get()
    if (news.kind === 'entries') {
      const entries = mergeEntries(findings.entries, news.entries)
      if (entries !== findings.entries) change({ entries })
    } else change(without(findings, (entry) => entry.set === news.set && entry.enteredAt <= news.upTo))
  }

  /** The finding that stands at a place, changed. */
  function revise(place: FindingPlace, part: FindingStep['part'], revision: Partial<Pick<Finding, 'counted' | 'note'>>): void {
    const standing = selectFinding(get(), place)
    if (standing) void enter([{ ...standing, ...revision, enteredAt: timeAfter(standing) }], { key: placeKey(place), part, before: standing })
  }

  function withdraw(place: FindingPlace, step: FindingStep | null): void {
    const { set: group, store, sku, day } = place
    const standing = get().findings.entries.get(placeKey(place))
    void enter([{ set: group, store, sku, day, outcome: null, enteredAt: timeAfter(standing) }], step)
  }

  /** Enters what is new, or newer than what stands: how many, and when they are kept. */
  function merge(given: readonly FindingEntry[]): { readonly taken: number; readonly kept: Promise<void> } {
    const before = get().findings.entries
    const after = mergeEntries(before, given)
    const changed = [...new Set(given.map(placeKey))].flatMap((key) => {
      const entry = after.get(key)
      return entry && entry !== before.get(key) ? [entry] : []
    })
    return { taken: changed.length, kept: changed.length > 0 ? enter(changed, null) : Promise.resolve() }
  }

  return {
    async openFindings() {
      if (!keeper) return
      keeper.listen(hear)
      const { entries, fault } = await keeper.load()
      hear({ kind: 'entries', entries })
      if (fault) change({ trouble: fault })
    },

    enterFinding(subject, outcome) {
      const { store, sku, day, itemName } = subject
      const place: FindingPlace = { set: selectFindingSet(get()), store, sku, day }
      const key = placeKey(place)
      const standing = get().findings.entries.get(key)
      const before = standing && isFinding(standing) ? standing : null
      if (before?.outcome === outcome) return
      const fresh = { itemName, onHand: Number.isNaN(subject.onHand) ? null : subject.onHand, counted: null, note: '', promise: promiseOf(get(), subject) }
      // The promise that led to the check stays, whatever the threshold is by now.
      void enter([{ ...fresh, ...before, ...place, outcome, enteredAt: timeAfter(standing) }], { key, part: 'outcome', before })
    },

    changeFinding(place, revision) {
      if ('counted' in revision) revise(place, 'counted', { counted: revision.counted })
      else revise(place, 'note', { note: revision.note })
    },

    withdrawFinding(place) {
      const standing = selectFinding(get(), place)
      if (standing) withdraw(place, { key: placeKey(place), part: 'outcome', before: standing })
    },

    undoFinding(place) {
      const { steps, entries } = get().findings
      const key = placeKey(place)
      const at = steps.findLastIndex((step) => step.key === key)
      const step = steps[at]
      if (!step) return
      change({ steps: steps.toSpliced(at, 1) })
      if (step.before && isFinding(step.before)) void enter([{ ...step.before, enteredAt: timeAfter(entries.get(key)) }], null)
      else withdraw(place, null)
    },

    keepFindings: () => keepAll(),

    downloadFindings() {
      surroundings.saveFile(spreadsheetFile(findingsCsv(selectFindings(get()))), 'phantom_findings.csv')
    },

    async importFindings(file, name) {
      const bytes = await file.arrayBuffer().catch(() => null)
      const unreadable = { code: 'not-findings', sentence: 'The file could not be read from disk.', advice: 'It may have been moved or changed. Choose it again.' } as const
      const read = bytes ? readFindingsCsv(new Uint8Array(bytes), selectFindingSet(get()), now()) : { ok: false as const, fault: unreadable }
      if (!read.ok) {
        change({ lastImport: { ok: false, file: name, fault: read.fault } })
        return
      }
      const { findings, unread } = read.value
      const { taken, kept } = merge(findings)
      change({ lastImport: { ok: true, file: name, taken, known: findings.length - taken, unread } })
      await kept
    },

    mergeFindings: (entries) => merge(entries).taken,

    dismissImport: () => change({ lastImport: null }),

    async eraseFindings() {
      const group = selectFindingSet(get())
      const inSet = [...get().findings.entries.values()].filter((entry) => entry.set === group)
      const upTo = inSet.reduce((latest, { enteredAt }) => Math.max(latest, enteredAt), now())
      const outcome = keeper ? await keeper.erase(group, upTo) : { ok: true as const }
      if (outcome.ok) change({ ...without(get().findings, (entry) => entry.set === group && entry.enteredAt <= upTo), lastImport: null })
      else change({ trouble: outcome.fault })
    },

    setNumberKeys: (numberKeys) => change({ numberKeys }),
  }
}

/** Keystrokes in one box are one step. */
function withStep(steps: readonly FindingStep[], step: FindingStep): readonly FindingStep[] {
  const last = steps.at(-1)
  if (last && step.part !== 'outcome' && last.key === step.key && last.part === step.part) return steps
  return [...steps, step].slice(-stepsKept)
}

function without({ entries, unkept, steps }: FindingsState, gone: (entry: FindingEntry) => boolean): Pick<FindingsState, 'entries' | 'unkept' | 'steps'> {
  const left = new Map([...entries].filter(([, entry]) => !gone(entry)))
  return { entries: left, unkept: new Set([...unkept].filter((key) => left.has(key))), steps: steps.filter(({ key }) => left.has(key)) }
}

/** What the model in use says of the row; null where it has not scored it. */
function promiseOf(state: AppStoreState, subject: FindingSubject): ModelPromise | null {
  const model = state.view?.query.model ?? state.model
  const probability = subject.probabilities[model]
  if (probability === undefined || Number.isNaN(probability)) return null
  // Six decimals, as in every file that we write.
  return { model, probability: Math.round(probability * 1e6) / 1e6, alerted: isAlert(probability, selectRowThreshold(state, model, subject)) }
}
