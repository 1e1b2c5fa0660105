/** Both engines keep the same promises: each claim here is held against the inline and the worker engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import type { AlertQuery } from '../domain/alerts/alert-row'
import { countByDay } from '../domain/alerts/today/alert-days'
import { countsAt } from '../domain/metrics/counts-at'
import { combinedScore } from '../domain/scoring/combined-score'
import { ownThresholdOf } from '../domain/segments/segment-thresholds'
import { drawnExtract } from '../testing/drawn-extract'
import { ownThresholds } from '../testing/drawn-segments'
import { realmMakers } from '../testing/realm-workers'
import { toyFolder, toyFormula, toyManifest, toyModels, withToyFormula } from '../testing/toy-models'
import type { Engine, OpenedExtract } from './engine'
import { InlineEngine } from './inline-engine'
import type { FileSource } from './load-models'
import { WorkerEngine } from './worker-engine'

const ignore = () => undefined
const blob = (options?: Parameters<typeof drawnExtract>[0]) => new Blob([drawnExtract(options)])
const all: AlertQuery = {
  model: 'lgbm',
  scope: { kind: 'all' },
  store: null,
  category: null,
  search: '',
  order: { column: 'day', descending: false },
}

async function openExtract(engine: Engine, file: Blob): Promise<OpenedExtract> {
  const proposal = await engine.propose(file).done
  if (!proposal.ok) throw new Error(proposal.fault.sentence)
  const opened = await engine.open(file, proposal.value.dialect, proposal.value.mapping, ignore).done
  if (!opened.ok) throw new Error(opened.fault.sentence)
  return opened.value
}

const makers = {
  inline: (source) => new InlineEngine({ wasm: readRuntimeWasm, source }),
  worker: (source) => new WorkerEngine({ make: realmMakers(), scorers: 2, wasm: readRuntimeWasm, source }),
} satisfies Record<string, (source: FileSource) => Engine>

describe.each(['inline', 'worker'] as const)('the %s engine', (kind) => {
  let engine: Engine
  beforeAll(async () => {
    engine = makers[kind](toyModels())
    const loaded = await engine.load()
    expect(loaded.map((model) => [model.id, model.usable])).toEqual([
      ['lgbm', true],
      ['xgb', true],
      ['rf', true],
      ['lstm', true],
    ])
  })
  afterAll(() => engine.dispose())

  test('answers no-extract before anything is open', async () => {
    await expect(engine.view(all)).rejects.toMatchObject({ fault: { code: 'no-extract' } })
    expect(await engine.score(ignore, ignore).done).toMatchObject({ ok: false, fault: { code: 'no-extract' } })
  })

  test('reads an extract and tells what it holds', async () => {
    const opened = await openExtract(engine, blob({ stores: 2, skus: 10, days: 40 }))
    expect(opened).toMatchObject({ stores: ['S1', 'S2'], categories: ['Dairy', 'Household'], labelled: { stated: 0, counted: 0 }, hasPrice: true })
    expect(opened.summary).toMatchObject({ records: 800, recordsUsed: 800, storeItems: 20 })
    expect(opened.days.length).toBe(13)
    expect(opened.days.at(-1)).toBe(opened.latestDay)
    expect(opened.candidateRows).toBe((await engine.view(all)).rows.length)
  })

  test('scores every row that claims stock, the latest day first', async () => {
    const opened = await openExtract(engine, blob({ stores: 3, skus: 120, days: 60 }))
    const told: (readonly string[])[] = []
    const early: Promise<readonly [number, number]>[] = []
    const share = async (query: AlertQuery) => {
      const { probabilities } = await engine.view(query)
      return probabilities.filter((p) => !Number.isNaN(p)).length / probabilities.length
    }
    const fractions: number[] = []
    const outcome = await engine.score(
      ({ fraction }) => fractions.push(fraction),
      (models) => {
        told.push(models)
        early.push(Promise.all([share({ ...all, scope: { kind: 'latest' } }), share(all)]))
      },
    ).done
    expect(outcome).toMatchObject({ ok: true, value: { rows: opened.scoredRows } })
    // The trees do not wait until the LSTM has read every series.
    expect(told).toEqual([['lgbm', 'xgb', 'rf'], ['lgbm', 'xgb', 'rf', 'lstm']])
    const [latest, history] = await early[0]!
    expect(latest).toBe(1)
    expect(history).toBeLessThan(1)
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    for (const model of ['lgbm', 'xgb', 'rf', 'lstm']) expect(await share({ ...all, model })).toBe(1)
  })

  test('gives rows and histories whose probabilities are those of the view', async () => {
    const view = await engine.view({ ...all, scope: { kind: 'latest' } })
    const [row] = await engine.rows(view.rows.subarray(0, 1))
    expect(row!.probabilities['lgbm']).toBe(view.probabilities[0])
    const history = await engine.history(row!.row)
    expect(history.probabilities['lgbm']!.at(-1)).toBe(view.probabilities[0])
    expect(history.day.length).toBe(60)
  })

  test('tells what stands today: every scored item of the latest day once, with the score that the table shows', async () => {
    const facts = await engine.today()
    const scores = await engine.latestScores('lgbm')
    const view = await engine.view({ ...all, scope: { kind: 'latest' } })
    const candidates = [...facts.rows].filter((_, i) => facts.candidate[i] === 1)
    expect(new Set(candidates)).toEqual(new Set(view.rows))
    expect(candidates.length).toBe(view.rows.length)
    view.rows.forEach((row, i) => expect(scores[facts.rows.indexOf(row)]).toBe(view.probabilities[i]))
    const { day, start, probabilities } = await engine.alertDays('lgbm')
    expect(start.at(-1)).toBe(probabilities.length)
    expect(probabilities.length).toBe((await engine.view(all)).rows.length)
    expect([...probabilities.subarray(start[day.length - 1])]).toEqual([...view.probabilities].sort((a, b) => a - b))
  })

  test('shares every score of a row out, and the shares sum to it', async () => {
    const view = await engine.view({ ...all, scope: { kind: 'latest' } })
    for (const row of view.rows.subarray(0, 5)) {
      const [alert] = await engine.rows(Uint32Array.of(row))
      const { attributions, facts } = await engine.explain(row)
      expect(Object.keys(attributions)).toEqual(Object.keys(alert!.probabilities))
      expect([facts.day, facts.onHand]).toEqual([alert!.day, alert!.onHand])
      for (const { model, base, shares, olderDays, score, probability } of Object.values(attributions)) {
        expect(probability).toBeCloseTo(alert!.probabilities[model]!, 6)
        expect(shares.reduce((sum, { value }) => sum + value, base + olderDays)).toBeCloseTo(score, 6)
      }
    }
  })

  test('gives a curve over labels where the extract has them, and none where it has not', async () => {
    expect(await engine.curve('extract', 'lgbm')).toBeNull()
    const opened = await openExtract(engine, blob({ labels: true }))
    expect(opened.labelled).toEqual({ stated: opened.candidateRows, counted: 0 })
    expect((await engine.score(ignore, ignore).done).ok).toBe(true)
    const curve = await engine.curve('extract', 'lgbm')
    expect(curve!.positives + curve!.negatives).toBe(opened.candidateRows)
    expect(curve!.positives).toBeGreaterThan(0)
    expect(await engine.curve('test-worlds', 'lgbm')).toBeNull()
  })

  test('answers a study over the labelled rows, and over what the store found once that is told', async () => {
    const opened = await openExtract(engine, blob({ labels: true }))
    expect((await engine.score(ignore, ignore).done).ok).toBe(true)
    expect(await engine.study('extract', 'counts', { model: 'lgbm' })).toMatchObject({ rows: opened.candidateRows, stores: 2 })
    expect(await engine.study('test-worlds', 'counts', { model: 'lgbm' })).toBeNull()
    expect(await engine.study('findings', 'counts', { model: 'lgbm' })).toBeNull()
    const [row] = await engine.rows((await engine.view(all)).rows.subarray(0, 1))
    await engine.tellChecks([{ store: row!.store, sku: row!.sku, day: row!.day, phantom: true }])
    expect(await engine.study('findings', 'counts', { model: 'lgbm' })).toEqual({ rows: 1, positives: 1, items: 1, stores: 1, storeDays: 1 })
    expect((await engine.curve('findings', 'lgbm'))!.scores[0]).toBe(row!.probabilities['lgbm'])
    // Rules are computed from the same rows.
    for (const { curve } of (await engine.ruleCurves('extract'))!) expect(curve.positives + curve.negatives).toBe(opened.candidateRows)
    await openExtract(engine, blob())
    expect(await engine.study('findings', 'counts', { model: 'lgbm' })).toBeNull()
    expect(await engine.ruleCurves('extract')).toBeNull()
  }, 60_000)

  test('writes the predictions behind the columns of the input', async () => {
    await openExtract(engine, blob({ labels: true }))
    expect((await engine.score(ignore, ignore).done).ok).toBe(true)
    const outcome = await engine.predictions({ model: 'lgbm', threshold: 0.1 }, ignore).done
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    const lines = (await outcome.value.text()).trimEnd().split('\n')
    const input = drawnExtract({ labels: true }).trimEnd().split('\n')
    expect(lines.length).toBe(input.length)
    lines.forEach((line, i) => expect(line.startsWith(input[i]!)).toBe(true))
    expect(lines[0]).toContain(',phantom_probability_lgbm,phantom_probability_xgb,phantom_probability_rf,phantom_probability_lstm,phantom_alert,phantom_issue')
    const alerts = lines.slice(1).filter((line) => line.split(',').at(-2) === '1').length
    const view = await engine.view(all)
    expect(alerts).toBe(view.probabilities.filter((p) => p >= Math.fround(0.1)).length)
  })

  test('with thresholds by segment the view, the days, the curve, what to expect and the predictions have the same alerts', async () => {
    await openExtract(engine, blob({ labels: true }))
    expect((await engine.score(ignore, ignore).done).ok).toBe(true)
    const threshold = 0.2
    const byCategory = ownThresholds('category', [[{ kind: 'name', name: 'Dairy' }, 0.05], [{ kind: 'name', name: 'elsewhere' }, 0]])
    const bySpeed = ownThresholds('velocity', [[{ kind: 'band', from: 1, below: 3 }, 0.05], [{ kind: 'band', from: 0, below: 0.1 }, 1]])
    for (const segments of [byCategory, bySpeed]) {
      const { rows, probabilities, judged } = await engine.view({ ...all, segments })
      const drawn = await engine.rows(rows)
      const expected = drawn.filter((row) => row.probabilities['lgbm']! >= Math.fround(ownThresholdOf(segments, row)?.threshold ?? threshold))
      const alone = probabilities.filter((p) => p >= Math.fround(threshold)).length
      // The extract has rows that only their own threshold lists.
      expect(expected.length).not.toBe(alone)
      expect(judged!.filter((p) => p >= Math.fround(threshold)).length).toBe(expected.length)
      const days = countByDay(await engine.alertDays('lgbm', segments), threshold)
      expect(days.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(expected.length)
      const { tp, fp } = countsAt((await engine.curve('extract', 'lgbm', segments))!, threshold)
      expect(tp + fp).toBe(expected.length)
      expect((await engine.expected({ model: 'lgbm', threshold, segments, calibrationShare: 0.05 })).alerts).toBe(expected.length)
      // A goal is asked about at the threshold that it finds, by the probabilities alone.
      const goal = await engine.expected({ model: 'lgbm', threshold, calibrationShare: 0.05, goal: { kind: 'recall', floor: 0.5 } })
      expect(goal.threshold).toBe(goal.solved!.threshold)
      expect(goal.asCalibrated.recall).toBeGreaterThanOrEqual(0.5)
      const payoff = { costOfCheck: 0, worth: { by: 'unit', days: 10, marginOfUnit: 1 }, shareRecovered: 1, costOfMiss: 0 } as const
      expect((await engine.expected({ model: 'lgbm', threshold, calibrationShare: 0.05, goal: { kind: 'payoff', payoff } })).solved!.profit).toBeGreaterThan(0)
      const outcome = await engine.predictions({ model: 'lgbm', threshold, segments }, ignore).done
      if (!outcome.ok) throw new Error(outcome.fault.sentence)
      const [header, ...lines] = (await outcome.value.text()).trimEnd().split('\n').map((line) => line.split(','))
      const at = (name: string) => header!.indexOf(name)
      const flagged = lines.filter((line) => line[at('phantom_alert')] === '1').map((line) => [line[at('store_id')], line[at('sku_id')], line[at('date')]].join(' '))
      const wanted = expected.map(({ store, sku, day }) => [store, sku, new Date(day * 86_400_000).toISOString().slice(0, 10)].join(' '))
      expect(flagged.sort()).toEqual(wanted.sort())
    }
  }, 60_000)

  test('a cancelled reading settles at once, and the next one works', async () => {
    const file = blob({ stores: 20, skus: 200, days: 60 })
    const proposal = await engine.propose(file).done
    if (!proposal.ok) throw new Error(proposal.fault.sentence)
    const job = engine.open(file, proposal.value.dialect, proposal.value.mapping, ignore)
    const before = performance.now()
    setTimeout(() => job.cancel(), 20)
    expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect(performance.now() - before).toBeLessThan(400)
    expect((await openExtract(engine, blob())).summary.records).toBe(800)
  })

  test('a cancelled scoring settles at once, and the next one scores everything', async () => {
    const opened = await openExtract(engine, blob({ stores: 5, skus: 200, days: 60 }))
    const first = engine.score((progress) => {
      if (progress.fraction > 0) first.cancel()
    }, ignore)
    expect(await first.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect(await engine.score(ignore, ignore).done).toMatchObject({ ok: true, value: { rows: opened.scoredRows } })
  })

  test('a second scoring ends the first', async () => {
    const first = engine.score(ignore, ignore)
    const second = engine.score(ignore, ignore)
    expect(await first.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect((await second.done).ok).toBe(true)
  })

  test('a file that vanished is a fault with advice, not a hang', async () => {
    const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) }
    if (kind === 'worker') return
    const outcome = await new InlineEngine({ wasm: readRuntimeWasm, source: toyModels() }).propose(gone).done
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'unreadable-file' } })
  })
})

describe.each(['inline', 'worker'] as const)('the combined score in the %s engine', (kind) => {
  const engine: Engine = makers[kind](toyModels(withToyFormula))
  afterAll(() => engine.dispose())

  test('stands behind the four, and is theirs combined wherever all four have scored', async () => {
    const loaded = await engine.load()
    expect(loaded.map(({ id }) => id)).toEqual(['lgbm', 'xgb', 'rf', 'lstm', 'combined'])
    await openExtract(engine, blob({ stores: 3, skus: 120, days: 60, labels: true }))
    const atLatest: Promise<readonly [number, number]>[] = []
    const scored = async (query: AlertQuery) => (await engine.view({ ...query, model: 'combined' })).probabilities.filter((p) => !Number.isNaN(p)).length
    await engine.score(ignore, (models) => models.includes('combined') && atLatest.push(Promise.all([scored({ ...all, scope: { kind: 'latest' } }), scored(all)]))).done
    const latestRows = (await engine.view({ ...all, scope: { kind: 'latest' } })).rows.length
    expect((await atLatest[0]!)[0]).toBe(latestRows)
    const column = async (model: string) => (await engine.view({ ...all, model })).probabilities
    const parts = await Promise.all(toyFormula.models.map(column))
    expect(await column('combined')).toEqual(combinedScore(toyFormula, parts))
  })

  test('has a curve, a column of the predictions, and decides the alert where it is asked to', async () => {
    expect((await engine.curve('extract', 'combined'))!.positives).toBe((await engine.curve('extract', 'lgbm'))!.positives)
    const threshold = 0.3
    const outcome = await engine.predictions({ model: 'combined', threshold }, ignore).done
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    const lines = (await outcome.value.text()).trimEnd().split('\n').map((line) => line.split(','))
    expect(lines[0]!.slice(-4)).toEqual(['phantom_probability_lstm', 'phantom_probability_combined', 'phantom_alert', 'phantom_issue'])
    const { probabilities } = await engine.view({ ...all, model: 'combined' })
    const alerts = lines.slice(1).filter((line) => line.at(-2) === '1').length
    expect(alerts).toBe(probabilities.filter((p) => p >= Math.fround(threshold)).length)
    expect(alerts).toBeGreaterThan(0)
  })
})

describe.each(['inline', 'worker'] as const)('a model that is brought to the %s engine', (kind) => {
  const engine: Engine = makers[kind](toyModels(withToyFormula))
  afterAll(() => engine.dispose())
  const column = async (model: string) => (await engine.view({ ...all, model })).probabilities

  test('is scored by itself, and what the others gave stays', async () => {
    await engine.load()
    await openExtract(engine, blob({ stores: 2, skus: 30, days: 50, labels: true }))
    await engine.score(ignore, ignore).done
    const before = await column('lgbm')
    const outcome = await engine.bring([...(await toyFolder('a', 'own-lgbm')), ...(await toyFolder('b', 'own-lstm', 'lstm'))]).done
    expect(outcome).toMatchObject({ ok: true, value: [{ id: 'own-lgbm', usable: true }, { id: 'own-lstm', usable: true }] })
    expect((await column('own-lgbm')).every(Number.isNaN)).toBe(true)
    const shown: Float32Array[] = []
    const watch = engine.score(ignore, () => void column('lgbm').then((now) => shown.push(now)), ['own-lgbm', 'own-lstm'])
    expect((await watch.done).ok).toBe(true)
    expect(await column('own-lgbm')).toEqual(before)
    expect(await column('own-lstm')).toEqual(await column('lstm'))
    expect(await column('lgbm')).toEqual(before)
    expect(shown).toEqual([before, before])
  })

  test('has a curve, an opinion on each row and a column of the predictions behind the others', async () => {
    expect(await engine.curve('extract', 'own-lstm')).toEqual(await engine.curve('extract', 'lstm'))
    const view = await engine.view({ ...all, scope: { kind: 'latest' } })
    const [row] = await engine.rows(view.rows.subarray(0, 1))
    expect(Object.keys(row!.probabilities)).toEqual(['lgbm', 'xgb', 'rf', 'lstm', 'combined', 'own-lgbm', 'own-lstm'])
    expect((await engine.history(row!.row)).probabilities['own-lgbm']!.length).toBe(50)
    const predictions = await engine.predictions({ model: 'own-lgbm', threshold: 0.2 }, ignore).done
    const [header] = predictions.ok ? (await predictions.value.text()).split('\n') : ['']
    expect(header).toContain(',phantom_probability_combined,phantom_probability_own-lgbm,phantom_probability_own-lstm,phantom_alert,')
  })

  test('is scored with all others where another extract is opened, in the same order', async () => {
    await openExtract(engine, blob())
    expect((await engine.score(ignore, ignore).done).ok).toBe(true)
    expect(await column('own-lgbm')).toEqual(await column('lgbm'))
    const [row] = await engine.rows((await engine.view(all)).rows.subarray(0, 1))
    expect(Object.keys(row!.probabilities)).toEqual(['lgbm', 'xgb', 'rf', 'lstm', 'combined', 'own-lgbm', 'own-lstm'])
  })

  test('can be removed with its scores, and brought again', async () => {
    await engine.remove('own-lgbm')
    const [row] = await engine.rows((await engine.view(all)).rows.subarray(0, 1))
    expect(Object.keys(row!.probabilities)).toEqual(['lgbm', 'xgb', 'rf', 'lstm', 'combined', 'own-lstm'])
    expect(await engine.bring(await toyFolder('a', 'own-lgbm')).done).toMatchObject({ value: [{ id: 'own-lgbm', usable: true }] })
  })

  test('that does not run is refused, and nothing else is touched', async () => {
    const folder = await toyFolder('wide', 'own-wide')
    const manifest = { ...toyManifest('lgbm'), id: 'own-wide', features: ['DailyBOH', 'sold_today', 'held_rate'] }
    const files = [{ path: 'wide/model.json', blob: new Blob([JSON.stringify(manifest)]) }, ...folder.slice(1)]
    expect(await engine.bring(files).done).toMatchObject({ value: [{ usable: false, fault: { code: 'model-corrupt' } }] })
    expect((await column('lgbm')).some((p) => !Number.isNaN(p))).toBe(true)
  })
})

test('both engines give the same scores and write the same predictions', async () => {
  const texts = []
  for (const kind of ['inline', 'worker'] as const) {
    const engine = makers[kind](toyModels(withToyFormula))
    await engine.load()
    await openExtract(engine, blob({ stores: 4, skus: 150, days: 50 }))
    await engine.score(ignore, ignore).done
    const outcome = await engine.predictions({ model: 'lgbm', threshold: 0.2 }, ignore).done
    texts.push(outcome.ok ? await outcome.value.text() : outcome.fault.sentence)
    engine.dispose()
  }
  expect(texts[0]).toBe(texts[1])
})
