/**
 * An engine without files, workers or models, for tests of the store and the screens: a drawn
 * extract whose scores are a plain function of the row. Every job waits for `release` where a
 * test holds it, so that what happens in between can be seen.
 */
import { study } from '../domain/bench/studies'
import type { MappingProposal } from '../domain/csv/mapping'
import type { Fault } from '../domain/csv/problems'
import type { Layout } from '../domain/csv/propose-group'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import { shippedModels } from '../domain/scoring/model-manifest'
import type { Engine, EngineFault, Job, LoadedModel } from '../engine/engine'
import { drawnMeasured } from './drawn-measured'
import { fakeDrift, fakeExpected } from './fake-drift'
import { fakeExplanation } from './fake-explanation'
import { fakeOpened, fakeProposal, layoutOf } from './fake-extract'
import { fakeModel } from './fake-model'
import { fakeHistory, fakeJudged, fakeRow, fakeRows, fakeView, lastDay } from './fake-rows'
import { fakeInsight, fakeWhatIf } from './fake-insight'
import { fakeAlertDays, fakeToday } from './fake-today'

export const cancelled: EngineFault = { code: 'cancelled', sentence: 'Cancelled.', advice: '' }

export interface FakeWishes {
  readonly proposal?: Partial<MappingProposal>
  readonly proposeFault?: Fault
  readonly openFault?: Fault
  /** What several files together are proposed as; one layout of all by default. */
  readonly layouts?: readonly Layout[]
  readonly hasLabels?: boolean
  /** What `bring` makes of whatever is brought. */
  readonly brought?: readonly LoadedModel[]
  /** Models that are told to have scored the latest day, and no others; all shipped ones where left out. */
  readonly latestOf?: readonly string[]
  /** Scoring stops before the latest day, and again after it, until the test lets it go on. */
  readonly holdScoring?: boolean
}

const curve: ThresholdCurve = {
  scores: Float32Array.of(0.9, 0.7, 0.4, 0.1),
  truePositives: Uint32Array.of(9, 15, 18, 20),
  falsePositives: Uint32Array.of(1, 4, 20, 180),
  positives: 20,
  negatives: 180,
}

/** The same while thresholds by segment stand, whatever they are: half of the first step is decided by them. */
const judgedCurve: ThresholdCurve = {
  scores: Float32Array.of(Infinity, 0.9, 0.7, 0.4),
  truePositives: Uint32Array.of(5, 10, 14, 17),
  falsePositives: Uint32Array.of(1, 1, 3, 18),
  positives: 20,
  negatives: 180,
}

/** The fake, and `release`: lets a held scoring go on by one step. */
export function fakeEngine(wishes: FakeWishes = {}): { readonly engine: Engine; readonly release: () => void } {
  const gates: (() => void)[] = []
  const gate = () => (wishes.holdScoring ? new Promise<void>((resolve) => gates.push(resolve)) : Promise.resolve())

  /** A job over steps that ends early when it is cancelled. */
  function job<Value, Reason>(run: (stopped: () => boolean) => Promise<Value | { readonly fault: Reason }>): Job<Value, Reason> {
    let stop: () => void = () => undefined
    let stopped = false
    const stopping = new Promise<{ readonly ok: false; readonly fault: EngineFault }>((resolve) => {
      stop = () => {
        stopped = true
        resolve({ ok: false, fault: cancelled })
      }
    })
    const isFault = (value: Value | { readonly fault: Reason }): value is { readonly fault: Reason } =>
      typeof value === 'object' && value !== null && 'fault' in value
    const running = run(() => stopped).then((value) => (isFault(value) ? { ok: false as const, fault: value.fault } : { ok: true as const, value }))
    return { done: Promise.race([stopping, running]), cancel: () => stop() }
  }

  const opened = wishes.hasLabels ? { ...fakeOpened, labelled: { stated: fakeOpened.candidateRows, counted: 0 } } : fakeOpened

  const engine: Engine = {
    load: () => Promise.resolve(shippedModels.map((id) => fakeModel(id))),
    results: () => null,
    propose: () => job<MappingProposal, Fault>(() => Promise.resolve<MappingProposal | { readonly fault: Fault }>(wishes.proposeFault ? { fault: wishes.proposeFault } : { ...fakeProposal, ...wishes.proposal })),
    open: (_file, _dialect, _mapping, onProgress) =>
      job(() => {
        onProgress({ step: 'reading', fraction: 0.5, records: 1_200 })
        return Promise.resolve(wishes.openFault ? { fault: wishes.openFault } : opened)
      }),
    bring: () => job(() => Promise.resolve(wishes.brought ?? [])),
    remove: () => Promise.resolve(),
    proposeGroup: (files) =>
      job<readonly Layout[], Fault>(() =>
        Promise.resolve<readonly Layout[] | { readonly fault: Fault }>(
          wishes.proposeFault ? { fault: wishes.proposeFault } : (wishes.layouts ?? [layoutOf({ ...fakeProposal, ...wishes.proposal }, files.map(({ name }) => name))]),
        ),
      ),
    openGroup: (_parts, onProgress) =>
      job(() => {
        onProgress({ step: 'reading', fraction: 0.5, records: 1_200 })
        return Promise.resolve(wishes.openFault ? { fault: wishes.openFault } : opened)
      }),
    rejects: () => job(() => Promise.resolve(new Blob(['reject_line\n2\n']))),
    score: (onProgress, onLatest, models) =>
      job(async (stopped) => {
        await gate()
        if (!stopped()) onLatest(models ?? wishes.latestOf ?? [...shippedModels])
        await gate()
        if (!stopped()) onProgress({ step: 'scoring', fraction: 1, rowsDone: opened.scoredRows, rowsToDo: opened.scoredRows })
        return { rows: opened.scoredRows, seconds: 0.5 }
      }),
    view: (query) => Promise.resolve(fakeView(query)),
    today: () => Promise.resolve(fakeToday(Array.from({ length: fakeRows }, (_, row) => fakeRow(row)))),
    latestScores: (model) => Promise.resolve(Float32Array.from({ length: fakeRows }, (_, row) => fakeRow(row).probabilities[model] ?? NaN)),
    alertDays: (model, segments = null) => Promise.resolve(fakeAlertDays(lastDay, Float32Array.from({ length: fakeRows }, (_, row) => fakeJudged(fakeRow(row), model, segments)))),
    rows: (rows) => Promise.resolve(Array.from(rows, fakeRow)),
    history: (row) => Promise.resolve(fakeHistory(row)),
    whatIf: ({ row, scenario }) => Promise.resolve(fakeWhatIf(fakeRow(row), scenario)),
    drift: () => Promise.resolve(fakeDrift),
    expected: (question) => Promise.resolve(fakeExpected(question)),
    insight: (question) => job(() => Promise.resolve(fakeInsight(question))),
    explain: (row) => Promise.resolve(fakeExplanation(fakeRow(row).day)),
    curve: (source, _model, segments) => Promise.resolve(source === 'test-worlds' || (source === 'extract' && wishes.hasLabels) ? (segments ? judgedCurve : curve) : null),
    study: (source, name, question) => Promise.resolve(source === 'test-worlds' || (source === 'extract' && wishes.hasLabels) ? study(name, drawnMeasured(), question) : null),
    tellChecks: () => Promise.resolve(),
    ruleCurves: () => Promise.resolve(null),
    predictions: () => job(() => Promise.resolve(new Blob(['phantom_alert\n1\n']))),
    dispose: () => undefined,
  }
  return {
    engine,
    release: () => gates.shift()?.(),
  }
}
