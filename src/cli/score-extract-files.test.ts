import { execFileSync } from 'node:child_process'
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WorkerEngine } from '../engine/worker-engine'
import { drawnExtract } from '../testing/drawn-extract'
import { realmMakers } from '../testing/realm-workers'
import { makeScoreFolder, memoryStreams } from '../testing/score-folder'
import { folderSource, readRuntimeWasm } from './node-files'
import { scoreExtractFiles } from './score-extract-files'
import { CannotScore, readScoreOptions } from './score-options'

let folder: string
beforeAll(async () => {
  folder = await makeScoreFolder()
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const streams = memoryStreams
const score = (words: string[], io = streams()) => scoreExtractFiles(readScoreOptions(words), io, at('models'))

test('every record comes back in input order with its scores', async () => {
  const report = await score([at('extract.csv'), '--out', at('out.csv')])
  const lines = (await readFile(at('out.csv'), 'utf8')).trimEnd().split('\n')
  expect(report.records).toBe(800)
  expect(lines.map((line) => line.split(',').slice(0, 9).join(','))).toEqual(drawnExtract().trimEnd().split('\n'))
})

test('the extract is never written over, under another name for it neither', async () => {
  await writeFile(at('kept.csv'), drawnExtract())
  await symlink(at('kept.csv'), at('link.csv'))
  for (const out of ['kept.csv', 'link.csv']) await expect(score([at('kept.csv'), '--out', at(out)])).rejects.toThrow(/is the extract itself/)
  expect(await readFile(at('kept.csv'), 'utf8')).toBe(drawnExtract())
})

test.skipIf(process.platform === 'win32')('a pipe is read to its end', async () => {
  execFileSync('mkfifo', [at('pipe')])
  const io = streams()
  const [report] = await Promise.all([score([at('pipe'), '--out', '-'], io), writeFile(at('pipe'), drawnExtract())])
  expect(report.records).toBe(800)
})

test('standard input and output give what files give', async () => {
  await score([at('extract.csv'), '--out', at('file.csv')])
  const io = streams(drawnExtract())
  await score(['-', '--out', '-'], io)
  expect(io.written()).toBe(await readFile(at('file.csv'), 'utf8'))
})

test('latest rows have the same scores as in a run over all rows, and the others none', async () => {
  const cells = async (rows: string) => {
    const io = streams()
    await score([at('extract.csv'), '--out', '-', '--rows', rows], io)
    return io.written().trimEnd().split('\n').map((line) => line.split(','))
  }
  const [all, latest] = [await cells('all'), await cells('latest')]
  all.slice(1).forEach((line, i) => {
    const scores = line[0] === '2025-02-09' ? line.slice(9, 15) : ['', '', '', '', '', '']
    expect(latest[i + 1]!.slice(9, 15)).toEqual(scores)
  })
})

test('the first model named decides the alert, at the threshold given, on candidates alone', async () => {
  const alerts = async (threshold: string) => {
    const io = streams()
    await score([at('extract.csv'), '--out', '-', '--model', 'xgb', '--threshold', threshold], io)
    const [header, ...lines] = io.written().trimEnd().split('\n').map((line) => line.split(','))
    expect(header!.slice(9)).toEqual(['phantom_probability_xgb', 'phantom_alert', 'phantom_issue'])
    return lines.map((line) => ({ candidate: line[0]! >= '2025-01-28' && Number(line[3]) > 0, alert: line[10] }))
  }
  expect((await alerts('1')).every(({ alert }) => alert === '0')).toBe(true)
  for (const { candidate, alert } of await alerts('0')) expect(alert).toBe(candidate ? '1' : '0')
})

test('the combined score is written by name alone too, and means the same', async () => {
  const column = async (...words: string[]) => {
    const io = streams()
    await score([at('extract.csv'), '--out', '-', ...words], io)
    const [header, ...lines] = io.written().trimEnd().split('\n').map((line) => line.split(','))
    const place = header!.indexOf('phantom_probability_combined')
    return { headers: header!.slice(9), scores: lines.map((line) => line[place]) }
  }
  const [alone, among] = [await column('--model', 'combined'), await column()]
  expect(alone.headers).toEqual(['phantom_probability_combined', 'phantom_alert', 'phantom_issue'])
  expect(among.headers.slice(0, 5).at(-1)).toBe('phantom_probability_combined')
  expect(alone.scores).toEqual(among.scores)
  expect(alone.scores.some((text) => text !== '')).toBe(true)
  expect((await column('--model', 'lgbm,xgb,rf,lstm')).headers).not.toContain('phantom_probability_combined')
})

test('the combined score asked for by name where it is not offered is refused; all models go on without it', async () => {
  const bare = at('bare')
  await cp(at('models'), bare, { recursive: true })
  await rm(join(bare, 'combined.json'))
  const io = streams()
  await expect(scoreExtractFiles(readScoreOptions([at('extract.csv'), '--out', '-', '--model', 'combined']), io, bare)).rejects.toThrow(/"combined" is not offered/)
  await scoreExtractFiles(readScoreOptions([at('extract.csv'), '--out', '-']), io, bare)
  expect(io.written()).toContain('phantom_probability_lstm,phantom_alert')
})

test('the app downloads the bytes that the command line writes', async () => {
  const io = streams()
  await score([at('extract.csv'), '--out', '-'], io)
  const engine = new WorkerEngine({ make: realmMakers(), scorers: 2, wasm: readRuntimeWasm, source: folderSource(at('models')) })
  const [first] = await engine.load()
  const file = new Blob([drawnExtract()])
  const proposal = await engine.propose(file).done
  if (!proposal.ok || !first?.usable) throw new Error('nothing to compare')
  const ignore = () => undefined
  await engine.open(file, proposal.value.dialect, proposal.value.mapping, ignore).done
  await engine.score(ignore, ignore).done
  const download = await engine.predictions({ model: first.id, threshold: first.threshold.precision_floor_threshold }, ignore).done
  engine.dispose()
  expect(download.ok && (await download.value.text())).toBe(io.written())
})

test('a record that cannot be read keeps its line and gets its reason', async () => {
  const [header, ...lines] = drawnExtract().trimEnd().split('\n')
  lines[5] = lines[5]!.replace(/^[^,]*/, 'not a date')
  const io = streams([header, ...lines].join('\n'))
  const report = await score(['-', '--out', '-'], io)
  expect(report.badRows).toBe(1)
  const line = io.written().trimEnd().split('\n')[6]!.split(',')
  expect(line.slice(9, 15)).toEqual(['', '', '', '', '', ''])
  expect(line.slice(15).join(',')).not.toBe('')
})

test('what a file leaves open is refused with the option that answers it, and scored with the answer', async () => {
  const [header, ...lines] = drawnExtract().trimEnd().split('\n')
  const twoDays = lines.flatMap((line) => (/^2025-01-0[37]/.test(line) ? [line.replace(/^2025-01-(\d\d)/, '$1/01/2025')] : []))
  const thousandths = drawnExtract().replaceAll(',1.5,', ',1,').replaceAll(',2.99,', ',"2,999",')
  for (const [extract, option, answer] of [
    [[header, ...twoDays].join('\n'), '--date-order', 'dmy'],
    [thousandths, '--decimal', ','],
  ] as const) {
    await expect(score(['-', '--out', '-'], streams(extract))).rejects.toThrow(`can be read both ways. Say which with ${option}`)
    expect((await score(['-', '--out', '-', option, answer], streams(extract))).badRows).toBe(0)
  }
})

test('dates are read in the order that is named, whatever the file shows', async () => {
  const dayFirst = drawnExtract().replace(/^(\d{4})-(\d\d)-(\d\d)/gm, '$3/$2/$1')
  const badRows = async (...words: string[]) => (await score(['-', '--out', '-', ...words], streams(dayFirst))).badRows
  expect(await badRows()).toBe(0)
  // 13 to 31 January, in 20 series.
  expect(await badRows('--date-order', 'mdy')).toBe(19 * 20)
})

test.each([
  ['no file', ['nowhere.csv'], ''],
  ['an empty input', ['-'], ''],
  ['a header alone', ['-'], 'date,store_id,sku_id,on_hand,units_sold\n'],
  ['a sales log without stock', ['-'], 'date,store_id,sku_id,units_sold\n2025-01-01,1,1,3\n2025-01-02,1,1,2\n'],
  ['a header that is not there', ['-', '--map', 'on_hand=Shelf'], drawnExtract()],
])('%s is refused with a sentence', async (_, words, input) => {
  const refusal = score([...words, '--out', at('never.csv')], streams(input))
  await expect(refusal).rejects.toBeInstanceOf(CannotScore)
  await expect(refusal).rejects.toThrow(/^[^\n]{20,}\.$/)
  await expect(readFile(at('never.csv'))).rejects.toThrow('ENOENT')
})

test('a place that cannot be written to is said', async () => {
  await expect(score([at('extract.csv'), '--out', at('no/such/folder.csv')])).rejects.toThrow(/cannot be written/)
})
