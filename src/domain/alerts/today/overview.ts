/** What the alerts of the latest day add up to: in all, by store and by department. */
import type { TodayFacts } from './today-facts'

export interface OverviewFigures {
  /** Candidates whose probability reaches the threshold, whether they are held back from today's list or not. */
  readonly alerts: number
  /** Candidates that have a probability. */
  readonly judged: number
  /** Sum over the alerts of probability x units a day x 7. */
  readonly unitsAtRisk: number
  /** The same in money, over the alerts that have a price; null where the extract has no price. */
  readonly moneyAtRisk: number | null
}

export interface Overview {
  readonly all: OverviewFigures
  /** Stores with a candidate, in their order. */
  readonly byStore: readonly { readonly store: string; readonly figures: OverviewFigures }[]
  /** Departments in natural order; null gathers the items without one. Empty where the extract has no departments. */
  readonly byDepartment: readonly { readonly department: string | null; readonly figures: OverviewFigures }[]
}

const daysAWeek = 7

class Sum {
  alerts = 0
  judged = 0
  unitsAtRisk = 0
  moneyAtRisk = 0

  figures(hasPrice: boolean): OverviewFigures {
    const { alerts, judged, unitsAtRisk, moneyAtRisk } = this
    return { alerts, judged, unitsAtRisk, moneyAtRisk: hasPrice ? moneyAtRisk : null }
  }
}

/**
 * One pass over the entries. `scores` holds a probability an entry, NaN where it is not scored; `judged` the same
 * as the common threshold judges them.
 */
export function overview(facts: TodayFacts, scores: Float32Array, threshold: number, judged: Float32Array = scores): Overview {
  const cut = Math.fround(threshold)
  const all = new Sum()
  const stores = facts.stores.map(() => new Sum())
  const departments = new Map<string | null, Sum>()
  // Places stand in walking order, so that departments are met in natural order.
  const departmentOfPlace = facts.places.map(({ department }) => {
    const sum = departments.get(department) ?? new Sum()
    departments.set(department, sum)
    return sum
  })
  for (let i = 0; i < facts.rows.length; i++) {
    const probability = scores[i]!
    if (facts.candidate[i] !== 1 || Number.isNaN(probability)) continue
    const isAlert = judged[i]! >= cut
    const units = isAlert ? probability * facts.unitsPerDay[i]! * daysAWeek : 0
    const price = facts.price?.[i] ?? NaN
    for (const sum of [all, stores[facts.store[i]!]!, departmentOfPlace[facts.place[i]!]!]) {
      sum.judged++
      if (!isAlert) continue
      sum.alerts++
      sum.unitsAtRisk += units
      if (price > 0) sum.moneyAtRisk += units * price
    }
  }
  const hasPrice = facts.price !== null
  return {
    all: all.figures(hasPrice),
    byStore: facts.stores.map((store, code) => ({ store, figures: stores[code]!.figures(hasPrice) })).filter(({ figures }) => figures.judged > 0),
    byDepartment: facts.placed.department
      ? [...departments].map(([department, sum]) => ({ department, figures: sum.figures(hasPrice) })).filter(({ figures }) => figures.judged > 0)
      : [],
  }
}
