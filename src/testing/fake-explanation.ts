/** An explanation for the fake engine's rows: an item that sold until a day and stood still after it. */
import type { Attribution } from '../domain/explain/attribution'
import { evidenceGroups } from '../domain/explain/evidence-groups'
import type { RowExplanation } from '../domain/explain/row-explanation'
import { shippedModels } from '../domain/scoring/model-manifest'

const shares: readonly number[] = [2.5, 0.5, 0, 1, -0.5, 0.25, -0.25]
const base = -4

function attribution(model: string): Attribution {
  const score = base + shares.reduce((sum, value) => sum + value, 0)
  return {
    model,
    base,
    score,
    probability: 1 / (1 + Math.exp(-score)),
    shares: evidenceGroups.map(({ id }, i) => ({ group: id, value: shares[i]! })),
    olderDays: 0,
    daysLeftOut: 0,
  }
}

export function fakeExplanation(lastDay: number): RowExplanation {
  return {
    attributions: Object.fromEntries(shippedModels.map((id) => [id, attribution(id)])),
    columns: {},
    facts: {
      day: lastDay,
      firstDay: lastDay - 59,
      onHand: 9,
      lastSale: { day: lastDay - 29, units: 1 },
      silentDays: 29,
      unknownDays: 0,
      soldBefore: { units: 56, days: 28 },
      expectedSince: 58,
      longestEarlierSilence: 2,
      lately: { days: 14, sold: 0, expected: 28 },
      record: { since: lastDay - 28, fromStart: false, negativeDays: 0 },
      deliveries: { last: { day: lastDay - 10, units: 12 }, since: { count: 1, units: 12, latest: { day: lastDay - 10, units: 12 } }, usualDaysBetween: 9 },
      onOrder: 0,
      otherStores: { stores: 3, selling: 3, sold: 41, days: 29 },
      restOfStore: 1.02,
      closedDays: 0,
      category: 'Household',
      restOfCategory: 0.97,
      lastCorrection: null,
      lastCount: null,
      unexplainedLoss: 0,
      promotion: { on: false, ended: null },
      priceChange: null,
    },
  }
}
