/** What `npm run score` does, apart from the process around it. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Question } from '../domain/csv/mapping'
import type { Outcome } from '../domain/csv/problems'
import { combinedId, shippedModels } from '../domain/scoring/model-manifest'
import type { ByteSource } from '../engine/byte-source'
import type { LoadedModel, Progress, UsableModel } from '../engine/engine'
import { InlineEngine } from '../engine/inline-engine'
import { fileBytes, folderSource, isNoSuchFile, isSameFile, modelsFolder, readRuntimeWasm, streamBytes } from './node-files'
import { CannotScore, type ScoreOptions } from './score-options'

export interface ScoreStreams {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Writable
  /** Hears how far the work is. */
  readonly onProgress: (title: string, progress: Progress) => void
}

export interface ScoreReport {
  readonly records: number
  readonly rows: number
  readonly badRows: number
}

/** @throws CannotScore with one sentence where the input cannot be scored */
export async function scoreExtractFile(options: ScoreOptions, streams: ScoreStreams, models = modelsFolder): Promise<ScoreReport> {
  if (await isSameFile(options.extract, options.out)) throw new CannotScore(`"${options.out}" is the extract itself: name another file with --out.`)
  const { file, close } = await openExtract(options.extract, streams.stdin)
  const engine = new InlineEngine({ wasm: readRuntimeWasm, source: folderSource(models), models: foldersFor(options) })
  try {
    const { onProgress } = streams
    const proposal = orCannot(await engine.propose(file, options.map).done)
    if (proposal.missing.length > 0) {
      throw new CannotScore(`No column was found for ${proposal.missing.join(', ')}: name it with --map ${proposal.missing[0]!}=Header.`)
    }
    const question = proposal.questions.find(({ id }) => !(id === 'date-order' && options.dateOrder) && !(id === 'decimal' && options.decimal))
    if (question) throw new CannotScore(`${question.text} ${howToAnswer(question.id)}`)
    const mapping = { ...proposal.mapping, dateOrder: options.dateOrder ?? proposal.mapping.dateOrder, decimal: options.decimal ?? proposal.mapping.decimal }

    const loaded = await engine.load()
    const written = modelsToWrite(loaded, options)
    const [decider] = written
    if (!decider) throw new CannotScore('No model was named.')

    const opened = orCannot(await engine.open(file, proposal.dialect, mapping, (progress) => onProgress('Reading', progress)).done)
    const scored = orCannot(await engine.score((progress) => onProgress('Scoring', progress), () => undefined, undefined, options.rows).done)
    const alertBy = { model: decider.id, threshold: options.threshold ?? decider.threshold.precision_floor_threshold }
    await writeTo(options.out, streams.stdout, async (write) => {
      orCannot(await engine.writePredictions({ alertBy, rows: options.rows, write: written.map(({ id }) => id) }, (progress) => onProgress('Writing', progress), write).done)
    })
    return { records: opened.summary.records, rows: scored.rows, badRows: opened.summary.badRows }
  } finally {
    engine.dispose()
    await close()
  }
}

function howToAnswer(id: Question['id']): string {
  if (id === 'date-order') return 'Say which with --date-order dmy or --date-order mdy.'
  return id === 'decimal' ? 'Say which with --decimal . or --decimal followed by a comma.' : 'Name the column with --map field=Header.'
}

/** Folders to load: those of the models named, and all four where their combined score is. */
function foldersFor({ models }: ScoreOptions): readonly string[] {
  const folders = models.filter((id) => id !== combinedId)
  return folders.length === models.length ? folders : [...new Set([...folders, ...shippedModels])]
}

/** @throws CannotScore where a model that was asked for does not stand, with the reason */
function modelsToWrite(loaded: readonly LoadedModel[], { models, all }: ScoreOptions): readonly UsableModel[] {
  const ids = all ? [...new Set([...models, ...loaded.map(({ id }) => id)])] : models
  return ids.map((id) => {
    const model = loaded.find((one) => one.id === id)
    if (!model) throw new CannotScore(`"${id}" is not offered with these models: combined.json beside them is missing or says so. Name one of the models instead.`)
    if (!model.usable) throw new CannotScore(`${model.fault.sentence} ${model.fault.advice}`)
    return model
  })
}

function orCannot<Value>(outcome: Outcome<Value, { readonly sentence: string; readonly advice: string }>): Value {
  if (!outcome.ok) throw new CannotScore(`${outcome.fault.sentence} ${outcome.fault.advice}`)
  return outcome.value
}

async function openExtract(path: string, stdin: AsyncIterable<Uint8Array>): Promise<{ file: ByteSource; close: () => Promise<void> }> {
  if (path === '-') return { file: await streamBytes(stdin), close: () => Promise.resolve() }
  try {
    return await fileBytes(path)
  } catch (error) {
    if (isNoSuchFile(error)) throw new CannotScore(`There is no file "${path}".`)
    throw new CannotScore(`The file "${path}" cannot be opened: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

async function writeTo(path: string, stdout: Writable, work: (write: (text: string) => Promise<void>) => Promise<void>): Promise<void> {
  const stream = path === '-' ? stdout : createWriteStream(path)
  const failure = new Promise<never>((_, reject) => {
    stream.once('error', (error: Error) => reject(new CannotScore(`"${path}" cannot be written: ${error.message}.`)))
  })
  const write = async (text: string) => {
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failure])
  }
  await Promise.race([work(write), failure])
  if (stream !== stdout) {
    stream.end()
    await Promise.race([finished(stream), failure])
  }
}
