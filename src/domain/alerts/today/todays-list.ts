/** The part of the alerts that one store can check today. */
import type { EpochDay, RowIndex } from '../../table/extract-table'
import { drawNumber } from '../../table/draw-number'
import { storeItemKey } from '../../table/store-item-key'
import { controlPlaces } from './control-draw'
import { holdReasons, type HoldReason } from './hold-reason'
import type { Place } from './place'
import { stakes, type StakeUnit } from './stake'
import { ruleReasons, type TodayFacts } from './today-facts'

/** What the people who check, and the threshold, ask of the list. */
export interface TodayWish {
  /** An alert is an item whose probability reaches it. */
  readonly threshold: number
  /** An entry each: probabilities as the common threshold judges them, where segments have thresholds of their own. */
  readonly judged?: Float32Array
  /** Shelves that one store can check today, a whole number >= 1. */
  readonly perStore: number
  /** Give a tenth of the places to items drawn at random. */
  readonly controls: boolean
  /** Reasons that hold nothing back. */
  readonly putBack: ReadonlySet<HoldReason>
  /** What was checked, as of a day of the record. */
  readonly checked: (day: EpochDay) => Checked
}

/** Keys (`storeItemKey`) of store-items that somebody checked. */
export interface Checked {
  /** Lately: no second look is needed. */
  readonly lately: ReadonlySet<string>
  /** Of these, on that very day: work of today that is done. */
  readonly thatDay: ReadonlySet<string>
}

export const nothingChecked: Checked = { lately: new Set(), thatDay: new Set() }

export interface TodayItem {
  readonly row: RowIndex
  /** Calibrated probability that the record is wrong. */
  readonly probability: number
  readonly unitsPerDay: number
  /** Of one unit; null where the row has none. */
  readonly price: number | null
  /** Money or units a day if the record is wrong: see `StoreList.unit`. */
  readonly stakePerDay: number
  readonly place: Place
  /** Drawn at random, and no alert. Said in files only, so that the check stays blind. */
  readonly control: boolean
}

export interface LabelledAlerts {
  readonly alerts: number
  readonly phantom: number
  /** The sum of their probabilities. */
  readonly expectedHits: number
}

export interface StoreList {
  readonly store: string
  readonly day: EpochDay
  /** What `stakePerDay` is. */
  readonly unit: StakeUnit
  /** Items listed without a price: they stand at the middle price of the others. */
  readonly unpriced: number
  /** Alerts of this day that are checked already: each has used one of the places. */
  readonly done: number
  /** At most `perStore` - `done`, in falling order of probability x stake; control rows stand among them by the draw. */
  readonly items: readonly TodayItem[]
  /** Alerts that are not held back and found no place. */
  readonly waiting: number
  /** How many of the listed alerts should prove real: the sum of their probabilities. Control rows count nothing. */
  readonly expectedHits: number
  /** The listed alerts of which the file itself says what they are; their part of `expectedHits` is a guess no more. */
  readonly labelled: LabelledAlerts
  /** Alerts held back, by the first reason that holds; falling by probability. Reasons without any are left out. */
  readonly held: readonly { readonly reason: HoldReason; readonly rows: readonly RowIndex[] }[]
  /** Reasons that were put back, and how many alerts of each are in the running again. */
  readonly putBack: readonly { readonly reason: HoldReason; readonly count: number }[]
}

/**
 * One list a store, in the stores' order. `scores` holds a probability an entry of `facts`, NaN where
 * it is not scored. An item with less history than a candidate is on the list only where `new-item`
 * is put back. Ties stand in table order.
 */
export function todaysLists(facts: TodayFacts, scores: Float32Array, wish: TodayWish): readonly StoreList[] {
  const byStore: number[][] = facts.stores.map(() => [])
  for (let i = 0; i < facts.rows.length; i++) byStore[facts.store[i]!]!.push(i)
  return facts.stores.map((store, code) => storeList(facts, scores, wish, store, facts.dayOfStore[code]!, byStore[code]!))
}

function storeList(facts: TodayFacts, scores: Float32Array, wish: TodayWish, store: string, day: EpochDay, entries: readonly number[]): StoreList {
  // Scores are float32: compared as such, or the row that scored exactly the threshold would be missed.
  const cut = Math.fround(wish.threshold)
  const judged = wish.judged ?? scores
  const inTheRunning: number[] = []
  const below: number[] = []
  const checked = wish.checked(day)
  let done = 0
  const held = new Map<HoldReason, number[]>()
  const putBack = new Map<HoldReason, number>()
  for (const i of entries) {
    const probability = scores[i]!
    if (Number.isNaN(probability)) continue
    const reason = reasonOf(facts, i, checked.lately)
    const isHeld = reason !== null && !wish.putBack.has(reason)
    if (!(judged[i]! >= cut)) {
      // Nobody goes to a shelf at random that was just looked at.
      if (facts.candidate[i] === 1 && reason !== 'checked-lately' && reason !== 'counted-lately') below.push(i)
      continue
    }
    if (reason === 'checked-lately' && checked.thatDay.has(keyOf(facts, i))) done++
    if (isHeld) {
      const others = held.get(reason)
      if (others) others.push(i)
      else held.set(reason, [i])
    } else {
      inTheRunning.push(i)
      if (reason !== null) putBack.set(reason, (putBack.get(reason) ?? 0) + 1)
    }
  }

  const places = Math.max(0, wish.perStore - done)
  const drawn = wish.controls ? drawControls(facts, day, store, below, Math.min(places, controlPlaces(wish.perStore))) : []
  const everyone = [...inTheRunning, ...drawn]
  const { unit, perDay } = stakes(
    everyone.map((i) => facts.unitsPerDay[i]!),
    facts.price && everyone.map((i) => facts.price![i]!),
  )
  const item = (at: number, control: boolean): TodayItem => {
    const i = everyone[at]!
    const price = facts.price?.[i] ?? NaN
    return {
      row: facts.rows[i]!,
      probability: scores[i]!,
      unitsPerDay: facts.unitsPerDay[i]!,
      price: Number.isNaN(price) ? null : price,
      stakePerDay: perDay[at]!,
      place: facts.places[facts.place[i]!]!,
      control,
    }
  }
  const ranked = inTheRunning.map((_, at) => item(at, false)).sort((a, b) => b.probability * b.stakePerDay - a.probability * a.stakePerDay || a.row - b.row)
  const listed = ranked.slice(0, places - drawn.length)
  const items = mixedIn(listed, drawn.map((_, d) => item(inTheRunning.length + d, true)), day, store)
  return {
    store,
    day,
    unit,
    unpriced: unit === 'money' ? items.filter(({ price }) => price === null).length : 0,
    done,
    items,
    waiting: ranked.length - listed.length,
    expectedHits: listed.reduce((sum, { probability }) => sum + probability, 0),
    labelled: labelledOf(facts, scores, inTheRunning, new Set(listed.map(({ row }) => row))),
    held: holdReasons.filter((reason) => held.has(reason)).map((reason) => ({ reason, rows: byProbability(held.get(reason)!, scores).map((i) => facts.rows[i]!) })),
    putBack: holdReasons.filter((reason) => wish.putBack.has(reason)).map((reason) => ({ reason, count: putBack.get(reason) ?? 0 })),
  }
}

/** @param listed rows that found a place */
function labelledOf({ label, rows }: TodayFacts, scores: Float32Array, entries: readonly number[], listed: ReadonlySet<number>): LabelledAlerts {
  let alerts = 0
  let phantom = 0
  let expectedHits = 0
  for (const i of entries) {
    if (label === null || label[i] === -1 || !listed.has(rows[i]!)) continue
    alerts++
    phantom += label[i]!
    expectedHits += scores[i]!
  }
  return { alerts, phantom, expectedHits }
}

/** The first reason that holds for an entry; null where none does. */
export function reasonOf(facts: TodayFacts, i: number, checked: ReadonlySet<string>): HoldReason | null {
  if (checked.size > 0 && checked.has(keyOf(facts, i))) return 'checked-lately'
  return ruleReasons[facts.hold[i]!] ?? null
}

const keyOf = (facts: TodayFacts, i: number) => storeItemKey(facts.stores[facts.store[i]!]!, facts.skus[facts.sku[i]!]!)

const byProbability = (entries: readonly number[], scores: Float32Array) => entries.toSorted((a, b) => scores[b]! - scores[a]! || a - b)

/** The `count` lowest of the day's draw. */
function drawControls(facts: TodayFacts, day: EpochDay, store: string, entries: readonly number[], count: number): number[] {
  const draw = new Map(entries.map((i) => [i, drawNumber(day, store, facts.skus[facts.sku[i]!]!)]))
  return entries.toSorted((a, b) => draw.get(a)! - draw.get(b)! || a - b).slice(0, count)
}

/** Control rows at places that the draw gives, so that the order does not tell them apart. */
function mixedIn(listed: readonly TodayItem[], controls: readonly TodayItem[], day: EpochDay, store: string): readonly TodayItem[] {
  const items = [...listed]
  controls.forEach((control, k) => items.splice(drawNumber(day, store, `place ${k}`) % (items.length + 1), 0, control))
  return items
}
