/** Every job settles, once, whatever happens to a worker; and a new crew takes over. */
import { expect, test, vi } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import type { MappingProposal } from '../domain/csv/mapping'
import type { Outcome } from '../domain/csv/problems'
import { drawnExtract } from '../testing/drawn-extract'
import { realmMakers, type RealmMakers } from '../testing/realm-workers'
import { toyModels } from '../testing/toy-models'
import { breathe } from './jobs'
import type { Endpoint, ExtractReply, ExtractRequest, ScoringRequest } from './protocol'
import { serveScoring } from './serve-scoring'
import { WorkerEngine } from './worker-engine'
import { patientPulse } from './worker-pulse'

const ignore = () => undefined
const file = new Blob([drawnExtract()])
const died = { ok: false, fault: { code: 'worker-died' } }

async function loaded(make: RealmMakers, source = toyModels(), pulse = patientPulse) {
  const engine = new WorkerEngine({ make, scorers: 1, wasm: readRuntimeWasm, source, pulse })
  return { engine, models: await engine.load() }
}

function valueOf(outcome: Outcome<MappingProposal, unknown>): MappingProposal {
  if (!outcome.ok) throw new Error('the drawn extract could not be mapped')
  return outcome.value
}

/** A promise that a test opens from inside a worker. */
function latch(): { opened: Promise<void>; open: () => void } {
  let open: () => void = ignore
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** An extract worker that hears questions and answers none; `speak` gets the first one. */
const mute = (speak: (scope: Endpoint, request: ExtractRequest) => void = ignore) =>
  realmMakers({
    extract: (scope) => {
      scope.onmessage = (event: MessageEvent<ExtractRequest>) => {
        if (event.data.kind !== 'start') speak(scope, event.data)
      }
    },
  })

test.each(['crash', 'garble'] as const)('a worker that dies (%s) settles all that waits, jobs and questions', async (death) => {
  const heard = latch()
  const make = mute((_, request) => {
    if (request.kind === 'history') heard.open()
  })
  const { engine } = await loaded(make)
  const job = engine.propose(file)
  const question = engine.history(0)
  await heard.opened
  make.extracts[0]![death]()
  expect(await job.done).toMatchObject(died)
  await expect(question).rejects.toMatchObject({ fault: { code: 'worker-died' } })
  expect(make.extracts[0]!.terminated && make.scorings[0]!.terminated).toBe(true)
  engine.dispose()
})

test('a job settles once: what a worker says after a cancel is dropped', async () => {
  const asked = latch()
  const answered = latch()
  const make = mute((scope, request) => {
    if (request.kind === 'propose') asked.open()
    if (request.kind !== 'cancel') return
    // The worker had the answer ready when the cancel came.
    const reply: ExtractReply = { kind: 'propose', id: request.id, outcome: { ok: false, fault: { code: 'empty-file', sentence: '', advice: '' } } }
    scope.postMessage(reply, [])
    scope.postMessage(reply, [])
    answered.open()
  })
  const { engine } = await loaded(make)
  const job = engine.propose(file)
  await asked.opened
  job.cancel()
  job.cancel()
  expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  await answered.opened
  await breathe()
  expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  expect(make.extracts[0]!.terminated).toBe(false)
  engine.dispose()
})

test('a job that is cancelled while the workers still start settles as cancelled', async () => {
  const { engine } = await loaded(mute())
  const job = engine.propose(file)
  job.cancel()
  expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  engine.dispose()
})

test('an answer to another question counts as a dead worker', async () => {
  const make = mute((scope, request) => {
    if (request.kind === 'propose') scope.postMessage({ kind: 'rows', id: request.id, outcome: { ok: true, value: [] } }, [])
  })
  const { engine } = await loaded(make)
  expect(await engine.propose(file).done).toMatchObject(died)
  expect(make.extracts[0]!.terminated).toBe(true)
  engine.dispose()
})

test('words that are not in the protocol count as a dead worker', async () => {
  const make = mute((scope, request) => {
    if (request.kind === 'propose') scope.postMessage({ kind: 'nonsense', id: request.id }, [])
  })
  const { engine } = await loaded(make)
  expect(await engine.propose(file).done).toMatchObject(died)
  engine.dispose()
})

test.each(['extracts', 'scorings'] as const)('after a dead worker (%s) a new crew reads and scores the same file', async (which) => {
  const make = realmMakers()
  const { engine } = await loaded(make)
  const { dialect, mapping } = valueOf(await engine.propose(file).done)
  expect((await engine.open(file, dialect, mapping, ignore).done).ok).toBe(true)
  const score = engine.score(() => make[which][0]!.crash(), ignore)
  expect(await score.done).toMatchObject(died)
  // Nothing is open in the new crew: that is said, and opening again works.
  expect(await engine.score(ignore, ignore).done).toMatchObject({ ok: false, fault: { code: 'no-extract' } })
  expect(make.extracts.length).toBe(2)
  expect((await engine.open(file, dialect, mapping, ignore).done).ok).toBe(true)
  expect((await engine.score(ignore, ignore).done).ok).toBe(true)
  engine.dispose()
})

/** Impatient enough for a test, and patient enough for workers that share its one thread. */
const quickPulse = { everyMs: 40, unanswered: 4 }

test('an extract worker that falls silent settles all that waits', async () => {
  const { engine } = await loaded(mute(), toyModels(), quickPulse)
  const job = engine.propose(file)
  const question = engine.history(0)
  expect(await job.done).toMatchObject(died)
  await expect(question).rejects.toMatchObject({ fault: { code: 'worker-died' } })
  engine.dispose()
})

test('a scoring worker that falls silent in the midst of scoring settles the job, and a new crew takes over', async () => {
  const silent = { now: true }
  const make = realmMakers({
    scoring: (scope) => {
      if (!silent.now) serveScoring(scope)
      else scope.onmessage = (event: MessageEvent<ScoringRequest>) => {
        if (event.data.kind === 'start') scope.postMessage({ kind: 'started', refused: new Map() }, [])
      }
    },
  })
  const { engine } = await loaded(make, toyModels(), quickPulse)
  const { dialect, mapping } = valueOf(await engine.propose(file).done)
  await engine.open(file, dialect, mapping, ignore).done
  silent.now = false
  expect(await engine.score(ignore, ignore).done).toMatchObject(died)
  expect((await engine.open(file, dialect, mapping, ignore).done).ok).toBe(true)
  expect((await engine.score(ignore, ignore).done).ok).toBe(true)
  engine.dispose()
})

test('a scoring worker that never starts leaves no model usable and says why', async () => {
  const { engine, models } = await loaded(realmMakers({ scoring: ignore }), toyModels(), quickPulse)
  expect(models.every((model) => !model.usable && model.fault.sentence.includes('fell silent'))).toBe(true)
  engine.dispose()
})

test('an extract worker that dies while the scoring workers start does not leave loading open', async () => {
  const make = realmMakers({ scoring: ignore })
  const engine = new WorkerEngine({ make, scorers: 2, wasm: readRuntimeWasm, source: toyModels() })
  const loading = engine.load()
  await vi.waitFor(() => expect(make.scorings.length).toBe(2))
  make.extracts[0]!.crash()
  expect((await loading).every((model) => !model.usable)).toBe(true)
  expect(make.scorings.every(({ terminated }) => terminated)).toBe(true)
  engine.dispose()
})

test('scoring workers that cannot be made leave no worker behind', async () => {
  const sound = realmMakers()
  const make = { ...sound, scoring: () => { throw new Error('no more workers') } }
  const engine = new WorkerEngine({ make, scorers: 1, wasm: readRuntimeWasm, source: toyModels() })
  expect((await engine.load()).every((model) => !model.usable && model.fault.sentence.includes('no more workers'))).toBe(true)
  expect(sound.extracts[0]!.terminated).toBe(true)
  engine.dispose()
})

test('a cancel while a new crew starts does not wait for the crew', async () => {
  const hangs = { now: false }
  const make = realmMakers({ scoring: (scope) => { if (!hangs.now) serveScoring(scope) } })
  const { engine } = await loaded(make)
  hangs.now = true
  make.extracts[0]!.crash()
  const job = engine.propose(file)
  await breathe()
  job.cancel()
  expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  engine.dispose()
  make.extracts[1]!.crash()
})

test('a worker that takes long and gives signs of life is waited for', async () => {
  const pings = { heard: 0 }
  const make = mute((scope, request) => {
    if (request.kind === 'ping') {
      pings.heard++
      scope.postMessage({ kind: 'pong' }, [])
    }
  })
  const { engine } = await loaded(make, toyModels(), quickPulse)
  const job = engine.propose(file)
  await vi.waitFor(() => expect(pings.heard).toBeGreaterThan(3 * quickPulse.unanswered), { timeout: 10_000 })
  job.cancel()
  expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  engine.dispose()
})

test('nobody is asked for a sign of life while nobody waits', async () => {
  const pings = { heard: 0 }
  const make = mute((_, request) => {
    if (request.kind === 'ping') pings.heard++
  })
  const { engine } = await loaded(make, toyModels(), quickPulse)
  await new Promise((resolve) => setTimeout(resolve, 3 * quickPulse.everyMs))
  expect(pings.heard).toBe(0)
  engine.dispose()
})

test('a scoring worker that cannot start leaves no model usable, says why, and reading goes on', async () => {
  const make = realmMakers({
    scoring: (scope) => {
      scope.onmessage = () => scope.postMessage({ kind: 'not-started', reason: 'no WebAssembly here' }, [])
    },
  })
  const { engine, models } = await loaded(make)
  expect(models.every((model) => !model.usable)).toBe(true)
  expect(models.map((model) => (model.usable ? '' : model.fault.sentence)).join(' ')).toContain('no WebAssembly here')
  const { dialect, mapping } = valueOf(await engine.propose(file).done)
  expect((await engine.open(file, dialect, mapping, ignore).done).ok).toBe(true)
  expect(await engine.score(ignore, ignore).done).toMatchObject({ ok: false, fault: { code: 'model-missing' } })
  engine.dispose()
})

test('without the WebAssembly no model is usable, the reason is said, and extracts are still read', async () => {
  const wasm = () => Promise.reject(new Error('the WebAssembly is missing'))
  const engine = new WorkerEngine({ make: realmMakers(), scorers: 2, wasm, source: toyModels() })
  const models = await engine.load()
  expect(models.map((model) => (model.usable ? '' : model.fault.sentence)).every((sentence) => sentence.includes('the WebAssembly is missing'))).toBe(true)
  const { dialect, mapping } = valueOf(await engine.propose(file).done)
  expect((await engine.open(file, dialect, mapping, ignore).done).ok).toBe(true)
  engine.dispose()
})

test('models that are missing or corrupt are refused with their sentence, and the others score', async () => {
  const { engine, models } = await loaded(realmMakers(), toyModels({ 'xgb/pipeline.onnx': null, 'rf/model.json': '{}' }))
  expect(models.map((model) => (model.usable ? 'usable' : model.fault.code))).toEqual(['usable', 'model-missing', 'model-corrupt', 'usable'])
  const { dialect, mapping } = valueOf(await engine.propose(file).done)
  await engine.open(file, dialect, mapping, ignore).done
  expect((await engine.score(ignore, ignore).done).ok).toBe(true)
  const [row] = await engine.rows(Uint32Array.of(39))
  expect(Object.keys(row!.probabilities)).toEqual(['lgbm', 'lstm'])
  engine.dispose()
})

test('an engine that was disposed of settles what runs as cancelled', async () => {
  const heard = latch()
  const { engine } = await loaded(mute(() => heard.open()))
  const job = engine.propose(file)
  await heard.opened
  engine.dispose()
  expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
})
