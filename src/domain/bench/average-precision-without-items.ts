/**
 * Average precision without each store-item in turn. Counted over again for every item that would be
 * items x phantom rows; this is about one pass over all rows.
 *
 * Without item i a phantom row at a step with `T` phantom rows among `A` alerts adds (T - t) / (A - a),
 * where `t` and `a` are the item's own rows that far up. Between two steps on which the item has rows
 * they do not change, and 1 / (A - a) is the series of a^k / A^(k + 1): so the sums of T / A^(k + 1)
 * and 1 / A^(k + 1) over such a stretch, kept once for all items, give what it adds. Steps so high up
 * that A is not far above a, where the series would be long, are added one by one: they are few.
 */
import type { ThresholdCurve } from '../metrics/threshold-curve'
import type { ItemScores } from './item-counts'
import type { ItemSteps } from './item-steps'

/** The series is used from this many alerts on for each of the item's, ... */
const farAbove = 32
/** ... and has this many terms: what is left out is less than 32^-6, a thousand-millionth, of what the item adds. */
const terms = 6
/** Numbers kept a step: the sums of T / A^2 to T / A^7 and of 1 / A to 1 / A^6. */
const width = 2 * terms

/** The steps of a curve that hold phantom rows, from the highest score on. */
interface PhantomSteps {
  /** Phantom rows of the step itself; phantom rows and alerts down to it. */
  readonly own: Uint32Array
  readonly phantom: Uint32Array
  readonly alerts: Uint32Array
  /** By step of the curve: how many of these steps stand above it. */
  readonly above: Uint32Array
  /** From each step to the last, `width` numbers each; summed from below, so that small terms are not lost beside large ones. */
  readonly sums: Float64Array
}

/** @returns one entry a store-item, 0 to 1; NaN where no phantom row is left */
export function averagePrecisionWithoutItems(curve: ThresholdCurve, byItem: ItemScores, steps: ItemSteps): Float64Array {
  const all = phantomSteps(curve)
  let whole = 0
  for (let at = 0; at < all.own.length; at++) whole += all.own[at]! * (all.phantom[at]! / all.alerts[at]!)
  return Float64Array.from({ length: byItem.items }, (_, i) => {
    const left = curve.positives - (byItem.phantomStart[i + 1]! - byItem.phantomStart[i]!)
    return left === 0 ? NaN : (whole + changeWithout(all, byItem, steps, i)) / left
  })
}

/** What leaving out item i changes in the sum of precisions over phantom rows. */
function changeWithout(all: PhantomSteps, { phantomStart, soundStart }: ItemScores, { phantom, sound }: ItemSteps, i: number): number {
  let change = 0
  let t = 0
  let a = 0
  // Scores rise, so steps fall: from the last row of each class up the list.
  let p = phantomStart[i + 1]! - 1
  let s = soundStart[i + 1]! - 1
  const nextStep = (): number => Math.min(p >= phantomStart[i]! ? phantom[p]! : Infinity, s >= soundStart[i]! ? sound[s]! : Infinity)
  for (let step = nextStep(); step < Infinity; ) {
    let own = 0
    for (; p >= phantomStart[i]! && phantom[p] === step; p--) own++
    t += own
    a += own
    for (; s >= soundStart[i]! && sound[s] === step; s--) a++
    const next = nextStep()
    const from = all.above[step]!
    const until = next === Infinity ? all.own.length : all.above[next]!
    if (from < until) change += changeBetween(all, from, until, t, a)
    // The item's own phantom rows are gone as well, at the precision that is left there.
    if (own > 0 && all.alerts[from]! > a) change -= (own * (all.phantom[from]! - t)) / (all.alerts[from]! - a)
    step = next
  }
  return change
}

/** What it changes on the steps from `from` up to, not including, `until`, above which the item has `t` phantom rows among `a`. */
function changeBetween({ own, phantom, alerts, sums }: PhantomSteps, from: number, until: number, t: number, a: number): number {
  let change = 0
  let at = from
  for (; at < until && alerts[at]! < farAbove * a; at++) {
    const left = alerts[at]! - a
    change += own[at]! * ((left === 0 ? 0 : (phantom[at]! - t) / left) - phantom[at]! / alerts[at]!)
  }
  if (at === until) return change
  let power = 1
  for (let k = 0; k < terms; k++) {
    const withPhantom = sums[at * width + k]! - sums[until * width + k]!
    const plain = sums[at * width + terms + k]! - sums[until * width + terms + k]!
    change += power * (a * withPhantom - t * plain)
    power *= a
  }
  return change
}

function phantomSteps({ truePositives, falsePositives }: ThresholdCurve): PhantomSteps {
  const above = new Uint32Array(truePositives.length)
  let count = 0
  for (let step = 0; step < truePositives.length; step++) {
    above[step] = count
    if (truePositives[step]! > (step === 0 ? 0 : truePositives[step - 1]!)) count++
  }
  const own = new Uint32Array(count)
  const phantom = new Uint32Array(count)
  const alerts = new Uint32Array(count)
  for (let step = 0, at = 0; at < count; step++) {
    const before = at === 0 ? 0 : phantom[at - 1]!
    if (truePositives[step]! === before) continue
    own[at] = truePositives[step]! - before
    phantom[at] = truePositives[step]!
    alerts[at] = truePositives[step]! + falsePositives[step]!
    at++
  }
  const sums = new Float64Array((count + 1) * width)
  for (let at = count - 1; at >= 0; at--) {
    let plain = own[at]! / alerts[at]!
    for (let k = 0; k < terms; k++) {
      const there = at * width + terms + k
      sums[there] = sums[there + width]! + plain
      plain /= alerts[at]!
      sums[there - terms] = sums[there - terms + width]! + plain * phantom[at]!
    }
  }
  return { own, phantom, alerts, above, sums }
}
