import { expect, test } from 'vitest'
import { drawDays } from '../../testing/drawn-features'
import { ruleScoresOf } from '../../testing/drawn-rules'
import { randomTable } from '../../testing/random-table'
import { tableFromText } from '../../testing/table-from-text'
import { buildFeatureContext } from '../features/context'
import { countsAt } from '../metrics/counts-at'
import { rules } from './catalog'
import { ruleCurves } from './rule-curves'

test('the counts at every step of a rule, and at its threshold, are those of a count by hand', async () => {
  const table = randomTable({ seed: 11, stores: 3, skus: 7, days: 190 })
  const labels = Int8Array.from({ length: table.rowCount }, (_, row) => (row % 3 === 0 ? -1 : table.phantom![row]!))
  const score = ruleScoresOf(table)
  const curves = await ruleCurves(buildFeatureContext(table), labels)
  expect(curves.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => labels[row] !== -1)
  const positives = rows.filter((row) => labels[row] === 1).length
  for (const { id, threshold, curve } of curves) {
    expect(curve.scores.length).toBeLessThan(405)
    const known = rows.map((row) => ({ score: score(id, row), label: labels[row] }))
    for (const cut of threshold === null ? curve.scores : [threshold, ...curve.scores]) {
      const alerts = cut === -Infinity ? known : known.filter((row) => row.score >= Math.fround(cut))
      const tp = alerts.filter(({ label }) => label === 1).length
      const fp = alerts.length - tp
      expect({ id, cut, ...countsAt(curve, cut) }).toEqual({ id, cut, tp, fp, fn: positives - tp, tn: rows.length - positives - fp })
    }
    expect(curve.truePositives.at(-1)! + curve.falsePositives.at(-1)!).toBe(rows.length)
  }
})

test('rows without an answer are not found at any threshold, and are still counted', async () => {
  const table = tableFromText(`day sold on_hand\n${drawDays(60, () => '0 9')}`)
  const labels = new Int8Array(60).fill(-1)
  labels.set([1, 0, 1], 50)
  const curve = (await ruleCurves(buildFeatureContext(table), labels)).find(({ id }) => id === 'velocity_drop')!.curve
  expect([...curve.scores]).toEqual([-Infinity])
  expect(countsAt(curve, -1e30)).toEqual({ tp: 0, fp: 0, fn: 2, tn: 1 })
})

test('others have their turn between series, and nothing changes by it', async () => {
  const table = randomTable({ seed: 2, stores: 2, skus: 3, days: 40 })
  const labels = Int8Array.from(table.phantom!)
  const context = buildFeatureContext(table)
  let turns = 0
  const pause = () => (turns++ % 2 === 0 ? Promise.resolve() : undefined)
  expect(await ruleCurves(context, labels, pause)).toEqual(await ruleCurves(context, labels))
  expect(turns).toBe(table.seriesCount)
})
