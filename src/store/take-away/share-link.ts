/**
 * A setting as the hash of an address: readable, and without anything of the extract: no file name, no
 * store, no item, no search. A hash is never sent to a server. Formats: CHANGELOG.md.
 */
import type { AppState, Tab } from '../app-state'
import { benchSections, type BenchSection } from '../bench-view-state'
import { usualGoals } from '../goals-state'
import { usualPayoff } from '../payoff-state'
import { segmentPairs, segmentsInPairs } from './link-segments'
import { settingOf, settingSchema, type Setting } from './setting'
import { linkDamaged, linkTooNew, type Taken } from './take-away-faults'

/** What opening a link changes. */
export interface LinkedSetting {
  readonly setting: Setting
  readonly tab: Tab
  readonly section: BenchSection
}

const version = '1'
const beginning = '#setting='
const tabs: readonly Tab[] = ['Alerts', 'Thresholds', 'Models', 'Data quality']

/** Is this a hash that a link of ours has? Others are places on the page. */
export const isSettingHash = (hash: string) => hash.startsWith(beginning)

/** The hash, # included. Filters of the list and thresholds by store, category or department are left out: they name what stands in the extract. */
export function settingHash(state: AppState): string {
  const { model, thresholds, segmentThresholds, todayPlan, goals, payoff } = settingOf(state)
  const pairs = new URLSearchParams({ setting: version, model })
  for (const [id, threshold] of Object.entries(thresholds)) pairs.set(`at.${id}`, String(threshold))
  for (const [name, value] of segmentPairs(segmentThresholds)) pairs.set(name, value)
  pairs.set('tab', state.tab)
  pairs.set('section', state.benchSection)
  pairs.set('checks', String(todayPlan.perStore))
  pairs.set('controls', todayPlan.controls ? 'yes' : 'no')
  pairs.set('order', todayPlan.order)
  for (const [name, value] of Object.entries(goals)) pairs.set(`goal.${name}`, String(value))
  for (const [name, value] of Object.entries(payoff)) pairs.set(`payoff.${name}`, String(value))
  // The last pair: without it the link was cut short, perhaps in the middle of a number.
  pairs.set('whole', 'yes')
  return `#${pairs.toString()}`
}

/** Everything in the hash is checked; pairs that this version does not know are left aside. */
export function readSettingHash(hash: string): Taken<LinkedSetting> {
  const pairs = new URLSearchParams(hash.replace(/^#/, ''))
  const written = pairs.get('setting') ?? ''
  if (written !== version) return { ok: false, fault: /^\d+$/.test(written) && Number(written) > Number(version) ? linkTooNew : linkDamaged('it does not say which version wrote it') }
  const text = (name: string) => pairs.get(name) ?? ''
  const tab = tabs.find((one) => one === text('tab'))
  const section = benchSections.find((one) => one === text('section'))
  if (text('whole') !== 'yes') return { ok: false, fault: linkDamaged('its end is missing') }
  if (!tab) return { ok: false, fault: linkDamaged('it names no tab of this app') }
  if (!section) return { ok: false, fault: linkDamaged('it names no section of the Thresholds screen') }
  if (text('controls') !== 'yes' && text('controls') !== 'no') return { ok: false, fault: linkDamaged('control rows are neither on nor off') }
  const thresholds = Object.fromEntries([...pairs].flatMap(([name, value]) => (name.startsWith('at.') ? [[name.slice('at.'.length), numberIn(value)] as const] : [])))
  const todayPlan = { perStore: numberIn(text('checks')), controls: text('controls') === 'yes', order: text('order') }
  const segmentThresholds = segmentsInPairs(pairs, numberIn)
  const read = settingSchema.safeParse({ model: text('model'), thresholds, segmentThresholds, todayPlan, goals: likeThese(usualGoals, 'goal.', text), payoff: likeThese(usualPayoff, 'payoff.', text) })
  if (!read.success) return { ok: false, fault: linkDamaged(`${spoken[String(read.error.issues[0]?.path[0])] ?? 'a part of it'} is missing or out of range`) }
  return { ok: true, value: { setting: read.data, tab, section } }
}

/** The pairs of these names, as numbers where the usual values are numbers. */
function likeThese(usual: object, before: string, text: (name: string) => string): object {
  return Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, typeof value === 'number' ? numberIn(text(before + name)) : text(before + name)]))
}

/** A plain decimal number; NaN for anything else, the empty text included. */
const numberIn = (text: string) => (/^\d+(?:\.\d+)?(?:e[+-]\d+)?$/.test(text) ? Number(text) : NaN)

/** What a part of the setting is called in a sentence. */
const spoken: Readonly<Record<string, string>> = { model: 'the model', thresholds: 'a threshold', segmentThresholds: 'a threshold of a segment', todayPlan: 'the plan of the day', goals: 'a goal', payoff: 'a figure of the payoff table' }
