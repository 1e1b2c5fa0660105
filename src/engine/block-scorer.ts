/**
 * Scores blocks of whole series with every model that is loaded in this realm. Used as it is by
 * the inline engine, and behind a port by a scoring worker.
 */
import { featureNames } from '../domain/features/catalog'
import type { FieldColumns } from '../domain/pipelines/gather-fields'
import { gatherRows } from '../domain/scoring/gather-rows'
import { matchFeatures } from '../domain/scoring/match-features'
import { doesNotRun, type ModelFault } from '../domain/scoring/model-faults'
import type { ModelManifest } from '../domain/scoring/model-manifest'
import type { Checked } from '../domain/scoring/read-model-files'
import { cutSeriesBatches, packSeries, unpackSeries } from '../domain/scoring/series-batches'
import { coalitionScores, type ExplainTask, type OpenModel, type RowCoalitions } from './explain-row'
import { idOf, type AnyBytes, type ModelBytes } from './model-bytes'
import { openGraph, startRuntime, type Graph } from './onnx-runtime'
import { openPipeline, pipelineScores, type OpenPipeline } from './pipeline-scorer'

/** One block to score. */
export interface BlockTask {
  /** Row-major, rows x all catalog features. */
  readonly values: Float32Array
  /** Length series + 1: row offsets of the series within the block. */
  readonly seriesStart: Int32Array
  /** Ids of the models that score the block. */
  readonly models: readonly string[]
  /** Rows of the block that models reading rows score. */
  readonly rows: Int32Array
  /** Fields of the extract that pipelines read, aligned with `rows`; without them pipelines score nothing. */
  readonly columns?: FieldColumns
  /** Whether models reading whole series score the block too. */
  readonly withSeries: boolean
}

/** By model id: one probability per entry of `rows` (models reading rows) or per row of the block (reading series). */
export type BlockScores = Readonly<Record<string, Float32Array>>

/** Whatever scores blocks: this realm, or a worker behind a port. */
export interface BlockScoring {
  /** @param giveBack is handed the memory of the task's values once they are no longer needed: without it, what travelled is gone */
  score(task: BlockTask, giveBack?: (room: ArrayBuffer) => void): Promise<BlockScores>
  /** What every model says of a row with groups of its evidence left out. */
  explain(task: ExplainTask): Promise<RowCoalitions>
  /** Opens a further model; the fault where it does not run. */
  add(model: AnyBytes): Promise<ModelFault | null>
  /** Closes a model; one that is not open is none the worse. */
  remove(model: string): Promise<void>
}

/** Rows a run for models that read rows; larger batches gain nothing (measured: within 2 % from 2,048 to 65,536). */
const rowsPerRun = 4096
/** Series x steps a run for models that read series: twice as many are no faster and take 30 MB more of the runtime's heap. */
const stepsPerRun = 8192
/** Runs of each model: after them the first file's list stands about as early as a second one's. */
const warmingRuns = 3
/** Series that a warming run is cut into; a divisor of `stepsPerRun`. */
const warmingSeries = 64

export class BlockScorer implements BlockScoring {
  #models: readonly OpenModel[]
  /** They read columns of the extract, so that nothing of theirs can be told apart by groups of features. */
  #pipelines: readonly OpenPipeline[]
  /** One block at a time, so that all blocks share the scratch below. */
  #tail: Promise<unknown> = Promise.resolve()
  /** Input of one run, grown as needed: fresh ones of 4 MB a block would pile up until they are collected. */
  #scratch = new Float32Array(0)

  private constructor(models: readonly OpenModel[], pipelines: readonly OpenPipeline[]) {
    this.#models = models
    this.#pipelines = pipelines
  }

  /**
   * Starts the runtime and opens every model. A model whose graph cannot be opened, or does not
   * answer one probability a row, is refused and the others go on.
   */
  static async open(wasm: Blob, models: readonly AnyBytes[]): Promise<{ scorer: BlockScorer; refused: ReadonlyMap<string, ModelFault> }> {
    startRuntime(await wasm.arrayBuffer())
    const ready: OpenModel[] = []
    const pipelines: OpenPipeline[] = []
    const refused = new Map<string, ModelFault>()
    for (const model of models) {
      const opened = await openAny(model)
      if (!opened.ok) refused.set(idOf(model), opened.fault)
      else if ('pipeline' in opened.value) pipelines.push(opened.value)
      else ready.push(opened.value)
    }
    return { scorer: new BlockScorer(ready, pipelines), refused }
  }

  async score(task: BlockTask, giveBack?: (room: ArrayBuffer) => void): Promise<BlockScores> {
    const scores = await this.#inTurn(() => this.#scoreNow(task))
    giveBack?.(task.values.buffer as ArrayBuffer)
    return scores
  }

  explain(task: ExplainTask): Promise<RowCoalitions> {
    return this.#inTurn(async () => {
      const given = new Map<string, Awaited<ReturnType<typeof coalitionScores>>>()
      for (const model of this.#models) given.set(model.manifest.id, await coalitionScores(model, task))
      return given
    })
  }

  add(model: AnyBytes): Promise<ModelFault | null> {
    return this.#inTurn(async () => {
      const opened = await openAny(model)
      if (!opened.ok) return opened.fault
      if ('pipeline' in opened.value) this.#pipelines = [...this.#pipelines, opened.value]
      else this.#models = [...this.#models, opened.value]
      return null
    })
  }

  remove(model: string): Promise<void> {
    return this.#inTurn(async () => {
      const gone = [...this.#models.filter(({ manifest }) => manifest.id === model), ...this.#pipelines.filter(({ pipeline }) => pipeline.id === model)]
      this.#models = this.#models.filter(({ manifest }) => manifest.id !== model)
      this.#pipelines = this.#pipelines.filter(({ pipeline }) => pipeline.id !== model)
      for (const { graph } of gone) await graph.close()
    })
  }

  async close(): Promise<void> {
    for (const { graph } of [...this.#models, ...this.#pipelines]) await graph.close()
  }

  /**
   * Runs the models that are open on made-up rows, so that the browser compiles the runtime in earnest before the first
   * block comes: its first code for WebAssembly is made in haste and runs at half the speed. What is asked meanwhile has
   * its turn in between. A run that fails costs speed alone: every model has answered when it was opened.
   */
  async warm(): Promise<void> {
    for (let run = 0; run < warmingRuns; run++) {
      for (const model of this.#models) await this.#inTurn(() => this.#runMadeUp(model)).catch(() => undefined)
    }
  }

  async #runMadeUp(model: OpenModel): Promise<void> {
    // Removed meanwhile, and its graph closed.
    if (!this.#models.includes(model)) return
    const { graph, columns, manifest } = model
    const isSeries = manifest.reads === 'series'
    const rows = isSeries ? stepsPerRun : rowsPerRun
    // Every other row has nothing known, and lies elsewhere in the trees.
    const input = new Float32Array(rows * columns.length).map((_, i) => (Math.floor(i / columns.length) % 2 === 0 ? NaN : 0))
    await graph.run(input, isSeries ? [warmingSeries, rows / warmingSeries, columns.length] : [rows, columns.length])
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#tail.then(work)
    this.#tail = done.catch(() => undefined)
    return done
  }

  async #scoreNow(task: BlockTask): Promise<BlockScores> {
    const asked = this.#models.filter(({ manifest }) => task.models.includes(manifest.id))
    const { columns, rows, values } = task
    const scores: Record<string, Float32Array> = {}
    if (rows.length > 0) Object.assign(scores, await this.#scoreRows(asked.filter(({ manifest }) => manifest.reads === 'rows'), task))
    if (task.withSeries) for (const model of asked) if (model.manifest.reads === 'series') scores[model.manifest.id] = await this.#scoreSeries(model, task)
    if (!columns || rows.length === 0) return scores
    for (const open of this.#pipelines) {
      if (task.models.includes(open.pipeline.id)) scores[open.pipeline.id] = await pipelineScores(open, { values, rows, columns })
    }
    return scores
  }

  /** Models that read the same columns share a batch: making one takes as long as a tenth of scoring it. */
  async #scoreRows(models: readonly OpenModel[], { values, rows }: BlockTask): Promise<BlockScores> {
    const scores = Object.fromEntries(models.map(({ manifest }) => [manifest.id, new Float32Array(rows.length)]))
    for (let from = 0; from < rows.length; from += rowsPerRun) {
      const to = Math.min(rows.length, from + rowsPerRun)
      let gathered: Int32Array | null = null
      let batch: Float32Array = this.#input(0)
      for (const { manifest, graph, columns } of models) {
        if (!gathered || !sameColumns(gathered, columns)) {
          batch = this.#input((to - from) * columns.length)
          gatherRows(values, featureNames.length, columns, rows, from, to, batch)
          gathered = columns
        }
        scores[manifest.id]!.set(await graph.run(batch, [to - from, columns.length]), from)
      }
    }
    return scores
  }

  async #scoreSeries({ graph, columns }: OpenModel, { values, seriesStart }: BlockTask): Promise<Float32Array> {
    const out = new Float32Array(values.length / featureNames.length)
    for (const batch of cutSeriesBatches(seriesStart, stepsPerRun)) {
      const packed = this.#input(batch.series.length * batch.steps * columns.length)
      packSeries(batch, seriesStart, values, featureNames.length, columns, packed)
      unpackSeries(batch, seriesStart, await graph.run(packed, [batch.series.length, batch.steps, columns.length]), out)
    }
    return out
  }

  #input(length: number): Float32Array {
    if (this.#scratch.length < length) this.#scratch = new Float32Array(length)
    return this.#scratch.subarray(0, length)
  }
}

const sameColumns = (one: Int32Array, other: Int32Array) => one.length === other.length && one.every((column, i) => column === other[i])

const openAny = (model: AnyBytes): Promise<Checked<OpenModel | OpenPipeline>> => ('pipeline' in model ? openPipeline(model) : openModel(model))

/** Opens a graph and tries it out; the fault where it does not fit or run. */
async function openModel({ manifest, graph: bytes }: ModelBytes): Promise<Checked<OpenModel>> {
  const matched = matchFeatures(manifest.id, manifest.features, featureNames)
  if (!matched.ok) return matched
  try {
    const graph = await openGraph(bytes, manifest.input, manifest.output)
    await tryOut(graph, manifest)
    return { ok: true, value: { manifest, columns: matched.value, graph } }
  } catch (error) {
    return { ok: false, fault: doesNotRun(manifest.id, error instanceof Error ? error.message : String(error)) }
  }
}

/** One run with nothing known: a graph of the wrong width or output shape shows itself here, not in the middle of a job. */
async function tryOut(graph: Graph, manifest: ModelManifest): Promise<void> {
  const width = manifest.features.length
  const dimensions = manifest.reads === 'rows' ? [2, width] : [1, 2, width]
  const probabilities = await graph.run(new Float32Array(2 * width).fill(NaN), dimensions)
  if (probabilities.length !== 2) throw new Error(`two rows gave ${probabilities.length} values`)
  if (!probabilities.every((p) => p >= 0 && p <= 1)) throw new Error('its output is not a probability')
}
