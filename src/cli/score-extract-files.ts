/** What `npm run score` does, apart from the process around it. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { basename } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Mapping, Question } from '../domain/csv/mapping'
import type { Outcome } from '../domain/csv/problems'
import { inReadingOrder, type Layout, mappingOfFile } from '../domain/csv/propose-group'
import { combinedId, shippedModels } from '../domain/scoring/model-manifest'
import type { ByteSource } from '../engine/byte-source'
import type { LoadedModel, Progress, UsableModel } from '../engine/engine'
import type { ExtractPart, NamedFile } from '../engine/extract-parts'
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

/**
 * Scores one file, or several that are one extract: read in the order in which the app reads them
 * (by their latest day, then by name) and written in that order, with the bytes that the app downloads.
 *
 * @throws CannotScore with one sentence where the input cannot be scored
 */
export async function scoreExtractFiles(options: ScoreOptions, streams: ScoreStreams, models = modelsFolder): Promise<ScoreReport> {
  for (const extract of options.extracts) {
    if (await isSameFile(extract, options.out)) throw new CannotScore(`"${options.out}" is the extract itself: name another file with --out.`)
  }
  const { files, close } = await openExtracts(options.extracts, streams.stdin)
  const engine = new InlineEngine({ wasm: readRuntimeWasm, source: folderSource(models), models: foldersFor(options) })
  try {
    const { onProgress } = streams
    const layouts = orCannot(await engine.proposeGroup(files, options.map).done)
    const parts = partsOf(files, layouts, options)

    const loaded = await engine.load()
    const written = modelsToWrite(loaded, options)
    const [decider] = written
    if (!decider) throw new CannotScore('No model was named.')

    const opened = orCannot(await engine.openGroup(parts, (progress) => onProgress('Reading', progress)).done)
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

/** The files in reading order, each under its settled mapping. */
function partsOf(files: readonly NamedFile[], layouts: readonly Layout[], options: ScoreOptions): readonly ExtractPart[] {
  const placed = layouts.flatMap((layout) => {
    const mapping = settledMapping(layout, options, layouts.length > 1)
    return layout.files.map((file) => ({ ...file, mapping: mappingOfFile(mapping, file) }))
  })
  return inReadingOrder(placed).map(({ file, name, dialect, mapping }) => ({ name, file: files[file]!.file, dialect, mapping }))
}

/** @throws CannotScore where the options leave something open; of several layouts, with the files that it concerns */
function settledMapping({ proposal, files }: Layout, options: ScoreOptions, named: boolean): Mapping {
  const { mapping, missing, questions } = proposal
  const where = named ? `${files.map(({ name }) => name).join(', ')}: ` : ''
  if (missing.length > 0) throw new CannotScore(`${where}No column was found for ${missing.join(', ')}: name it with --map ${missing[0]!}=Header.`)
  const question = questions.find(({ id }) => !(id === 'date-order' && options.dateOrder) && !(id === 'decimal' && options.decimal))
  if (question) throw new CannotScore(`${where}${question.text} ${howToAnswer(question.id)}`)
  return { ...mapping, dateOrder: options.dateOrder ?? mapping.dateOrder, decimal: options.decimal ?? mapping.decimal }
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

/** All files under their names; those that share a name with another under their paths, or nobody could tell them apart in the result. */
async function openExtracts(paths: readonly string[], stdin: AsyncIterable<Uint8Array>): Promise<{ files: readonly NamedFile[]; close: () => Promise<void> }> {
  const names = paths.map((path) => basename(path))
  const opened: { readonly file: ByteSource; readonly close: () => Promise<void> }[] = []
  const close = async () => {
    await Promise.all(opened.map((one) => one.close()))
  }
  try {
    for (const path of paths) opened.push(await openExtract(path, stdin))
  } catch (error) {
    await close()
    throw error
  }
  const files = paths.map((path, at) => ({ name: names.indexOf(names[at]!) === names.lastIndexOf(names[at]!) ? names[at]! : path, file: opened[at]!.file }))
  return { files, close }
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
