/** What follows from the findings. Remembered for each state of the entries, so that it can be selected from the store as it is. */
import type { ShelfCheck } from '../domain/bench/shelf-check'
import { checkedLately } from '../domain/findings/checked-lately'
import { isFinding, placeKey, wasPhantom, type Finding, type FindingPlace, type FindingSet } from '../domain/findings/finding'
import { hitRate, type HitRate } from '../domain/findings/hit-rate'
import type { EntriesByPlace } from '../domain/findings/merge-entries'
import type { EpochDay } from '../domain/table/extract-table'
import type { AppState } from './app-state'

type WithFindings = Pick<AppState, 'findings' | 'file'>

/** An answer of each question, for each state of the entries. */
function remembered<Answer>(): (entries: EntriesByPlace, question: string, compute: () => Answer) => Answer {
  const known = new WeakMap<EntriesByPlace, Map<string, Answer>>()
  return (entries, question, compute) => {
    const answers = known.get(entries) ?? new Map<string, Answer>()
    known.set(entries, answers)
    const answer = answers.get(question) ?? compute()
    answers.set(question, answer)
    return answer
  }
}

const findingsOf = remembered<readonly Finding[]>()
const hitRateOf = remembered<HitRate>()
const checksOf = remembered<readonly ShelfCheck[]>()
const checkedOf = remembered<ReadonlySet<string>>()

/** The set in hand: the demo's own while the demo extract is open. */
export function selectFindingSet({ file }: Pick<AppState, 'file'>): FindingSet {
  return file?.isDemo ? 'demo' : 'own'
}

/** The findings of the set in hand, the last entered first. */
export function selectFindings(state: WithFindings): readonly Finding[] {
  const { entries } = state.findings
  const set = selectFindingSet(state)
  return findingsOf(entries, set, () =>
    [...entries.values()].filter((entry) => isFinding(entry)).filter((finding) => finding.set === set).sort((a, b) => b.enteredAt - a.enteredAt),
  )
}

/** The finding that stands at a place; null where there is none, or it was taken back. */
export function selectFinding({ findings }: Pick<AppState, 'findings'>, place: FindingPlace): Finding | null {
  const entry = findings.entries.get(placeKey(place))
  return entry && isFinding(entry) ? entry : null
}

/** The finding of a row of the open extract. */
export function selectRowFinding(state: WithFindings, { store, sku, day }: Omit<FindingPlace, 'set'>): Finding | null {
  return selectFinding(state, { set: selectFindingSet(state), store, sku, day })
}

/** Hits against the promise, of one store or of all (null). */
export function selectHitRate(state: WithFindings, store: string | null): HitRate {
  const findings = selectFindings(state)
  const question = JSON.stringify([selectFindingSet(state), store])
  return hitRateOf(state.findings.entries, question, () => hitRate(store === null ? findings : findings.filter((finding) => finding.store === store)))
}

/** What the findings say of the record, for measuring models: those that say neither are left out. */
export function selectChecks(state: WithFindings): readonly ShelfCheck[] {
  const findings = selectFindings(state)
  return checksOf(state.findings.entries, selectFindingSet(state), () =>
    findings.flatMap(({ store, sku, day, outcome }) => {
      const phantom = wasPhantom(outcome)
      return phantom === null ? [] : [{ store, sku, day, phantom }]
    }),
  )
}

/** `storeItemKey`s of what was checked for `day` or the `days` - 1 days before it. */
export function selectCheckedLately(state: WithFindings, day: EpochDay, days: number): ReadonlySet<string> {
  const findings = selectFindings(state)
  return checkedOf(state.findings.entries, JSON.stringify([selectFindingSet(state), day, days]), () => checkedLately(findings, day, days))
}
