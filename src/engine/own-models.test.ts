/** Models that were brought belong to the tab, not to the workers that happen to run. */
import { expect, test } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import { drawnExtract } from '../testing/drawn-extract'
import { realmMakers } from '../testing/realm-workers'
import { toyFolder, toyModels } from '../testing/toy-models'
import { WorkerEngine } from './worker-engine'

test('they outlive the workers that died, and a model that was removed does not come back with the new ones', async () => {
  const make = realmMakers()
  const engine = new WorkerEngine({ make, scorers: 2, wasm: readRuntimeWasm, source: toyModels() })
  const ignore = () => undefined
  await engine.load()
  await engine.bring([...(await toyFolder('a', 'kept')), ...(await toyFolder('b', 'gone', 'lstm'))]).done
  await engine.remove('gone')
  make.extracts[0]!.crash()
  const file = new Blob([drawnExtract()])
  const proposal = await engine.propose(file).done
  if (!proposal.ok) throw new Error(proposal.fault.sentence)
  expect((await engine.open(file, proposal.value.dialect, proposal.value.mapping, ignore).done).ok).toBe(true)
  expect((await engine.score(ignore, ignore).done).ok).toBe(true)
  const [row] = await engine.rows(Uint32Array.of(0))
  expect(Object.keys(row!.probabilities)).toEqual(['lgbm', 'xgb', 'rf', 'lstm', 'kept'])
  engine.dispose()
})

test('what is brought while the workers are gone for good settles with the reason', async () => {
  const engine = new WorkerEngine({ make: realmMakers(), scorers: 1, wasm: readRuntimeWasm, source: toyModels() })
  await engine.load()
  engine.dispose()
  expect(await engine.bring(await toyFolder('a', 'late')).done).toMatchObject({ ok: false, fault: { code: 'worker-died' } })
})
