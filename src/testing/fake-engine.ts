/**
 * An engine without files, workers or models, for tests of the store and the screens: a drawn
 * extract whose scores are a plain function of the row. Every job waits for `release` where a
 * test holds it, so that what happens in between can be seen.
 */
import type { AlertQuery, AlertRow, AlertView, SeriesHistory } from '../domain/alerts/alert-row'
import { fields } from '../domain/csv/fields'
import type { MappingProposal } from '../domain/csv/mapping'
import type { Fault } from '../domain/csv/problems'
import type { Layout } from '../domain/csv/propose-group'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import { manifestVersion, shippedModels } from '../domain/scoring/model-manifest'
import type { Engine, EngineFault, Job, LoadedModel, OpenedExtract } from '../engine/engine'
import { fakeExplanation } from './fake-explanation'
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
  /** Scoring stops before the latest day, and again after it, until the test lets it go on. */
  readonly holdScoring?: boolean
}

const items = ['AA batteries 8', 'Oat drink 1 l', 'Razor blades 4', 'Tinned tomatoes', 'Dish tabs 40'] as const
const categories = ['Household', 'Dairy', 'Care', 'Grocery', 'Household'] as const
const lastDay = 20_000
const days = 60
export const fakeRows = 40

const scoreOf = (row: number, model: string) => Math.fround(((row * 37 + shippedModels.findIndex((id) => id === model) * 11) % 100) / 100)

export function fakeModel(id: string, own = false): LoadedModel {
  const estimate = { value: 0.9, low: 0.88, high: 0.92 }
  return {
    id,
    name: id,
    usable: true,
    kind: 'graph',
    own,
    threshold: { precision_floor_threshold: 0.7, precision_floor: 0.9 },
    card: `# ${id}`,
    manifest: {
      format_version: manifestVersion,
      id,
      name: id,
      reads: id === 'lstm' ? 'series' : 'rows',
      input: 'features',
      output: 'probability',
      features: [],
      graph: { file: 'pipeline.onnx', sha256: '', bytes: 0 },
      trained: { seed: 1, data_version: '1', code_version: '1', rows: 0, positives: 0 },
      metrics: { precision: estimate, recall: estimate, f1: estimate, auc: estimate, average_precision: estimate, calibration_error: estimate },
      calibration: [],
      feature_quantiles: {},
    },
  }
}

function rowOf(row: number): AlertRow {
  const item = row % items.length
  const missedUnits = (row * 13) % 47
  return {
    row,
    store: `00${1 + Math.floor(row / 10)}`,
    sku: `0001${row}`,
    itemName: items[item]!,
    category: categories[item]!,
    department: item % 2 === 0 ? 'Dry' : 'Fresh',
    aisle: String(1 + (row % 12)),
    bin: null,
    day: lastDay,
    filled: false,
    onHand: (row * 7) % 31,
    price: 2.5,
    unitsPerDay: 0.5 + (row % 5),
    daysSinceSale: row % 9 === 0 ? null : row % 40,
    missedUnits,
    lostSales: missedUnits * 2.5,
    probabilities: Object.fromEntries(shippedModels.map((id) => [id, scoreOf(row, id)])),
    phantom: null,
  }
}

function view(query: AlertQuery): AlertView {
  const wanted = query.search.toLowerCase()
  const rows = Array.from({ length: fakeRows }, (_, row) => rowOf(row))
    .filter((row) => query.store === null || row.store === query.store)
    .filter((row) => query.category === null || row.category === query.category)
    .filter((row) => [row.store, row.sku, row.itemName, row.category].some((text) => text?.toLowerCase().includes(wanted)))
  const { column, descending } = query.order
  const key = (row: AlertRow) => (column === 'probability' ? row.probabilities[query.model]! : (row[column] ?? -1))
  rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (descending ? -1 : 1) || a.row - b.row)
  return {
    rows: Uint32Array.from(rows, (row) => row.row),
    probabilities: Float32Array.from(rows, (row) => row.probabilities[query.model]!),
    missedUnits: Float32Array.from(rows, (row) => row.missedUnits),
    lostSales: Float32Array.from(rows, (row) => row.lostSales!),
  }
}

function history(row: number): SeriesHistory {
  const { store, sku, itemName, category } = rowOf(row)
  const each = (value: (i: number) => number) => Float64Array.from({ length: days }, (_, i) => value(i))
  return {
    store,
    sku,
    itemName,
    category,
    day: Int32Array.from({ length: days }, (_, i) => lastDay - days + 1 + i),
    filled: new Uint8Array(days),
    onHand: each((i) => Math.max(9, 40 - i)),
    unitsSold: each((i) => (i < 31 ? 1 + (i % 3) : 0)),
    forecastUnits: each(() => 2),
    forecastIsOurs: false,
    expectedUnits: each(() => 2),
    unitsReceived: each((i) => (i === 12 ? 24 : 0)),
    probabilities: Object.fromEntries(shippedModels.map((id) => [id, Float32Array.from({ length: days }, (_, i) => i / days)])),
    phantom: null,
  }
}

const curve: ThresholdCurve = {
  scores: Float32Array.of(0.9, 0.7, 0.4, 0.1),
  truePositives: Uint32Array.of(9, 15, 18, 20),
  falsePositives: Uint32Array.of(1, 4, 20, 180),
  positives: 20,
  negatives: 180,
}

const columns = ['date', 'store_id', 'sku_id', 'on_hand', 'units_sold', 'category', 'item_name', 'price'] as const

export const fakeProposal: MappingProposal = {
  dialect: { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 },
  headers: columns,
  preview: [['2024-10-04', '001', '0001', '12', '0', 'Household', 'AA batteries 8', '2.50']],
  mapping: { columns: Object.fromEntries(columns.map((name, column) => [name, column])), dateOrder: 'ymd', decimal: '.' },
  matches: columns.map((field, column) => ({ field, column, confidence: 1, reason: 'The header is the field name.' })),
  questions: [],
  missing: [],
}

/** Files under one proposal, in the order of their names' places. */
export function layoutOf(proposal: MappingProposal, names: readonly string[]): Layout {
  const columns = proposal.headers.map((_, at) => at)
  return { proposal, files: names.map((name, file) => ({ file, name, dialect: proposal.dialect, columns, latestDay: lastDay - 7 + file, mended: false })) }
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

  const opened: OpenedExtract = {
    summary: {
      files: [{ name: 'extract.csv', bytes: 1_000, records: fakeRows * days, firstRecord: 0, headers: columns, mapping: fakeProposal.mapping }],
      bytes: 1_000,
      records: fakeRows * days,
      recordsUsed: fakeRows * days - 1,
      badRows: 1,
      badCells: 2,
      problemCounts: { 'not-a-number': 2, 'too-few-cells': 1 },
      problems: [
        { code: 'not-a-number', file: 0, line: 12, record: 10, column: 'on_hand', field: 'on_hand', found: 'n/a', expected: 'a number of units', effect: 'cell' },
        { code: 'not-a-number', file: 0, line: 19, record: 17, column: 'units_sold', field: 'units_sold', found: '-', expected: 'a number of units', effect: 'cell' },
        { code: 'too-few-cells', file: 0, line: 33, record: 31, column: null, field: null, found: '3 cells', expected: '8 cells', effect: 'row' },
      ],
      restatedDays: 4,
      filledDays: 12,
      sparse: false,
      storeAssumed: false,
      firstDay: lastDay - days + 1,
      lastDay,
      stores: 4,
      skus: 40,
      storeItems: 40,
      missingFields: fields.filter(({ name }) => name === 'forecast_units').map(({ name }) => ({ field: name, cost: 'We forecast from past sales instead.' })),
      absentColumns: ['forecastUnits'],
      notes: ['The file has no forecast: our own is used.'],
    },
    stores: ['001', '002', '003', '004'],
    categories: ['Care', 'Dairy', 'Grocery', 'Household'],
    days: Int32Array.from({ length: days - 27 }, (_, i) => lastDay - days + 28 + i),
    latestDay: lastDay,
    scoredRows: fakeRows * days,
    candidateRows: fakeRows * (days - 27),
    hasLabels: wishes.hasLabels ?? false,
    hasPrice: true,
  }

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
    score: (onProgress, onLatest) =>
      job(async (stopped) => {
        await gate()
        if (!stopped()) onLatest()
        await gate()
        if (!stopped()) onProgress({ step: 'scoring', fraction: 1, rowsDone: opened.scoredRows, rowsToDo: opened.scoredRows })
        return { rows: opened.scoredRows, seconds: 0.5 }
      }),
    view: (query) => Promise.resolve(view(query)),
    today: () => Promise.resolve(fakeToday(Array.from({ length: fakeRows }, (_, row) => rowOf(row)))),
    latestScores: (model) => Promise.resolve(Float32Array.from({ length: fakeRows }, (_, row) => rowOf(row).probabilities[model] ?? NaN)),
    alertDays: (model) => Promise.resolve(fakeAlertDays(lastDay, Float32Array.from({ length: fakeRows }, (_, row) => rowOf(row).probabilities[model] ?? NaN))),
    rows: (rows) => Promise.resolve(Array.from(rows, rowOf)),
    history: (row) => Promise.resolve(history(row)),
    explain: (row) => Promise.resolve(fakeExplanation(rowOf(row).day)),
    curve: () => Promise.resolve(wishes.hasLabels ? curve : null),
    bundledCurve: () => Promise.resolve(curve),
    predictions: () => job(() => Promise.resolve(new Blob(['phantom_alert\n1\n']))),
    dispose: () => undefined,
  }
  return {
    engine,
    release: () => gates.shift()?.(),
  }
}
