/** The shipped models, explained: every score that the app shows is the sum of its parts. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderSource, modelsFolder, readRuntimeWasm } from '../cli/node-files'
import { attributionOf, type Attribution } from '../domain/explain/attribution'
import { evidenceGroups } from '../domain/explain/evidence-groups'
import { logOdds } from '../domain/explain/log-odds'
import { combinedId, shippedModels } from '../domain/scoring/model-manifest'
import { BlockScorer } from '../engine/block-scorer'
import { daysWeighed } from '../engine/explain-row'
import { InlineEngine } from '../engine/inline-engine'
import { readModelFolder } from '../engine/load-models'
import { readGolden } from './golden/read-golden'
import { offeredSource } from './offered-source'

const demo = fileURLToPath(new URL('../../public/samples/demo-extract.csv', import.meta.url))
/** Log-odds by which the parts may miss the score that is shown. */
const tolerance = 1e-4
/** Milliseconds; a busy machine takes its time over a hundred thousand rows. */
const patience = 180_000
const sumOf = ({ base, shares, olderDays }: Attribution) => shares.reduce((sum, { value }) => sum + value, base + olderDays)

describe('on the demo extract', () => {
  const engine = new InlineEngine({ wasm: readRuntimeWasm, source: offeredSource(folderSource(modelsFolder)) })
  const ignore = () => undefined
  let rows: Uint32Array

  beforeAll(async () => {
    await engine.load()
    const file = new Blob([await readFile(demo)])
    const proposal = await engine.propose(file).done
    if (!proposal.ok) throw new Error(proposal.fault.sentence)
    await engine.open(file, proposal.value.dialect, proposal.value.mapping, ignore).done
    await engine.score(ignore, ignore, undefined, 'latest').done
    const view = await engine.view({ model: 'lgbm', scope: { kind: 'latest' }, store: null, category: null, search: '', order: { column: 'probability', descending: true } })
    // Every alert, and every fortieth of the others.
    rows = view.rows.filter((_, i) => view.probabilities[i]! > 0.75 || i % 40 === 0)
  }, patience)

  test('the parts of every alert, and of many others, sum to the score shown, for every model and for all four', async () => {
    expect(rows.length).toBeGreaterThan(40)
    const worst: Record<string, number> = {}
    for (const alert of await engine.rows(rows)) {
      const { attributions } = await engine.explain(alert.row)
      for (const id of [...shippedModels, combinedId]) {
        const missed = Math.abs(sumOf(attributions[id]!) - logOdds(alert.probabilities[id]!))
        // Not a number is worse than anything.
        if (!(missed <= (worst[id] ?? 0))) worst[id] = missed
      }
    }
    for (const id of [...shippedModels, combinedId]) expect(worst[id] ?? 0, id).toBeLessThanOrEqual(tolerance)
  }, patience)

  test('what raises the surest alert most is that it does not sell', async () => {
    const { attributions } = await engine.explain(rows[0]!)
    for (const id of shippedModels) {
      const strongest = attributions[id]!.shares.reduce((a, b) => (b.value > a.value ? b : a))
      expect([id, strongest.group]).toEqual([id, evidenceGroups[0]!.id])
    }
  })
})

test('a series longer than the days that are weighed sums to its score too, and the older days add little', async () => {
  const golden = readGolden()
  const read = await readModelFolder(folderSource(modelsFolder), 'lstm')
  const { scorer } = await BlockScorer.open(await readRuntimeWasm(), [read.bytes!])
  const width = golden.features.length
  const start = golden.series_lengths.map((_, at) => golden.series_lengths.slice(0, at).reduce((sum, length) => sum + length, 0))
  let long = 0
  for (let series = 0; series < golden.series_lengths.length && long < 6; series += 5) {
    const days = golden.series_lengths[series]!
    if (days <= daysWeighed) continue
    long++
    const values = golden.values.slice(start[series]! * width, (start[series]! + days) * width)
    const whole = (await scorer.score({ values, models: ['lstm'], seriesStart: Int32Array.of(0, days), rows: Int32Array.of(), withSeries: true }))['lstm']![days - 1]!
    const attribution = attributionOf('lstm', (await scorer.explain({ values })).get('lstm')!)
    expect(attribution.daysLeftOut).toBe(days - daysWeighed)
    expect(Math.abs(sumOf(attribution) - logOdds(whole))).toBeLessThanOrEqual(tolerance)
    expect(Math.abs(attribution.olderDays)).toBeLessThan(0.3)
  }
  expect(long).toBe(6)
  await scorer.close()
}, patience)
