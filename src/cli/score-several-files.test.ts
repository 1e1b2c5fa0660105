/** `npm run score` with several files: one extract, as in the app. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inReadingOrder, mappingOfFile } from '../domain/csv/propose-group'
import { WorkerEngine } from '../engine/worker-engine'
import { drawnExtract } from '../testing/drawn-extract'
import { realmMakers } from '../testing/realm-workers'
import { makeScoreFolder, memoryStreams } from '../testing/score-folder'
import { folderSource, readRuntimeWasm } from './node-files'
import { scoreExtractFiles } from './score-extract-files'
import { readScoreOptions } from './score-options'

let folder: string
beforeAll(async () => {
  folder = await makeScoreFolder()
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const streams = memoryStreams
const score = (words: string[], io = streams()) => scoreExtractFiles(readScoreOptions(words), io, at('models'))

/** The drawn extract cut into a file a store, which are given back to front and with other names for two columns in one of them. */
async function cutByStore(): Promise<{ readonly paths: readonly string[]; readonly files: readonly { readonly name: string; readonly file: Blob }[] }> {
  const [header, ...lines] = drawnExtract().trimEnd().split('\n')
  const stores = [...new Set(lines.map((line) => line.split(',')[1]!))].toReversed()
  const cut = stores.map((store, at) => ({
    name: `${store}.csv`,
    text: `${[at === 0 ? header!.replace('on_hand', 'Lagerbestand') : header!, ...lines.filter((line) => line.split(',')[1] === store)].join('\n')}\n`,
  }))
  for (const { name, text } of cut) await writeFile(at(name), text)
  return { paths: cut.map(({ name }) => at(name)), files: cut.map(({ name, text }) => ({ name, file: new Blob([text]) })) }
}

test('several files are one extract: what the app downloads for them, whatever order they are named in', async () => {
  const { paths, files } = await cutByStore()
  expect(paths.length).toBeGreaterThan(1)
  const io = streams()
  const report = await score([...paths, '--out', '-'], io)
  expect(report.records).toBe(800)
  const reversed = streams()
  await score([...paths.toReversed(), '--out', '-'], reversed)
  const lines = (text: string) => text.trimEnd().split('\n').slice(1).map((line) => line.split(',').slice(0, 8))
  expect(lines(reversed.written())).toHaveLength(800)
  expect(lines(reversed.written()).map((cells) => cells.slice(0, 3))).toEqual(lines(io.written()).map((cells) => cells.slice(0, 3)))

  const engine = new WorkerEngine({ make: realmMakers(), scorers: 1, wasm: readRuntimeWasm, source: folderSource(at('models')) })
  const [first] = await engine.load()
  const layouts = await engine.proposeGroup(files).done
  if (!layouts.ok || !first?.usable) throw new Error('nothing to compare')
  const ignore = () => undefined
  const placed = layouts.value.flatMap(({ proposal, files: of }) => of.map((file) => ({ ...file, mapping: mappingOfFile(proposal.mapping, file) })))
  await engine.openGroup(inReadingOrder(placed).map(({ file, name, dialect, mapping }) => ({ name, file: files[file]!.file, dialect, mapping })), ignore).done
  await engine.score(ignore, ignore).done
  const download = await engine.predictions({ model: first.id, threshold: first.threshold.precision_floor_threshold }, ignore).done
  engine.dispose()
  expect(download.ok && (await download.value.text())).toBe(io.written())
})

test('each of several files gives its rows in its own order, under its name', async () => {
  const { paths, files } = await cutByStore()
  const io = streams()
  await score([...paths, '--out', '-'], io)
  const [header, ...lines] = io.written().trimEnd().split('\n').map((line) => line.split(','))
  const named = header!.indexOf('phantom_file')
  for (const { name, file } of files) {
    const own = (await file.text()).trimEnd().split('\n').slice(1).map((line) => line.split(',').slice(0, 3))
    expect(lines.filter((cells) => cells[named] === name).map((cells) => cells.slice(0, 3))).toEqual(own)
  }
})

test('files of one name in several folders are told apart by their paths', async () => {
  const { paths } = await cutByStore()
  const moved = await Promise.all(
    paths.map(async (path, i) => {
      await mkdir(at(`day${i}`), { recursive: true })
      await cp(path, at(`day${i}/extract.csv`))
      return at(`day${i}/extract.csv`)
    }),
  )
  const io = streams()
  await score([...moved, '--out', '-'], io)
  for (const path of moved) expect(io.written()).toContain(path)
})

test('a header named with --map counts in the files that have it, and is refused where none has it', async () => {
  const { paths } = await cutByStore()
  const scores = async (...words: string[]) => {
    const io = streams()
    await score([...paths, '--out', '-', ...words], io)
    return io.written()
  }
  expect(await scores('--map', 'on_hand=Lagerbestand')).toBe(await scores())
  await expect(scores('--map', 'on_hand=Nowhere')).rejects.toThrow(/"Nowhere" for on_hand/)
})

test('a question about one of several files names the file', async () => {
  const { paths } = await cutByStore()
  await writeFile(at('bare.csv'), 'date,store_id,sku_id,units_sold\n2025-01-01,1,1,3\n')
  await expect(score([...paths, at('bare.csv'), '--out', at('never.csv')])).rejects.toThrow(/^bare\.csv: /)
})

test('none of several files is written over', async () => {
  const { paths } = await cutByStore()
  await expect(score([...paths, '--out', paths.at(-1)!])).rejects.toThrow(/is the extract itself/)
})
