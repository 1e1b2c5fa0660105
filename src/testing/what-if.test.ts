/** The shipped models asked what if: the rows of the demo extract as they are, and as they are not. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderSource, modelsFolder, readRuntimeWasm } from '../cli/node-files'
import type { AlertRow } from '../domain/alerts/alert-row'
import { combinedId, shippedModels } from '../domain/scoring/model-manifest'
import type { Scenario } from '../domain/what-if/scenario'
import { InlineEngine } from '../engine/inline-engine'
import { offeredSource } from './offered-source'

const demo = fileURLToPath(new URL('../../public/samples/demo-extract.csv', import.meta.url))
const patience = 180_000

describe('on the demo extract', () => {
  const engine = new InlineEngine({ wasm: readRuntimeWasm, source: offeredSource(folderSource(modelsFolder)) })
  const ignore = () => undefined
  let rows: readonly AlertRow[]

  beforeAll(async () => {
    await engine.load()
    const file = new Blob([await readFile(demo)])
    const proposal = await engine.propose(file).done
    if (!proposal.ok) throw new Error(proposal.fault.sentence)
    await engine.open(file, proposal.value.dialect, proposal.value.mapping, ignore).done
    await engine.score(ignore, ignore, undefined, 'latest').done
    const view = await engine.view({ model: 'lgbm', scope: { kind: 'latest' }, store: null, category: null, search: '', order: { column: 'probability', descending: true } })
    rows = await engine.rows(view.rows.filter((_, i) => i < 20 || i % 100 === 0))
  }, patience)

  async function asked(row: number, scenario: Scenario) {
    const outcome = await engine.whatIf({ row, scenario })
    return outcome.ok ? outcome.value : null
  }

  test('nothing changed gives every row its own scores to the last bit', async () => {
    expect(rows.length).toBeGreaterThan(20)
    for (const { row, probabilities } of rows) {
      const answer = await asked(row, {})
      for (const id of [...shippedModels, combinedId]) expect(answer?.probabilities[id], id).toBe(probabilities[id])
    }
  }, patience)

  test('four weeks without a sale make every model surer than one day', async () => {
    for (const { row } of rows) {
      const lately = await asked(row, { daysSinceSale: 1 })
      const long = await asked(row, { daysSinceSale: 28 })
      if (!lately || !long) continue
      for (const id of [...shippedModels, combinedId]) expect(long.probabilities[id], `${id} on row ${row}`).toBeGreaterThan(lately.probabilities[id] ?? NaN)
    }
  }, patience)

  test('an alert that sold today after all is one no longer', async () => {
    for (const { row } of rows.slice(0, 10)) {
      const answer = await asked(row, { daysSinceSale: 0 })
      expect(answer?.daysSinceSale).toBe(0)
      for (const id of shippedModels) expect(answer?.probabilities[id], `${id} on row ${row}`).toBeLessThan(0.6)
    }
  }, patience)
})
