/** Several files as one extract, held against the one file that they were cut from, in both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import { inReadingOrder, mappingOfFile } from '../domain/csv/propose-group'
import { drawnExtract } from '../testing/drawn-extract'
import { realmMakers } from '../testing/realm-workers'
import { toyModels } from '../testing/toy-models'
import type { Engine, OpenedExtract } from './engine'
import { InlineEngine } from './inline-engine'
import { WorkerEngine } from './worker-engine'

const ignore = () => undefined
const alertBy = { model: 'lgbm', threshold: 0.5 }

/** One file for each store of the drawn extract. */
function byStore(text: string): readonly { readonly name: string; readonly file: Blob }[] {
  const [header, ...lines] = text.trimEnd().split('\n')
  return ['S2', 'S1'].map((store) => ({ name: `${store}.csv`, file: new Blob([`${[header, ...lines.filter((line) => line.includes(`,${store},`))].join('\n')}\n`]) }))
}

async function openTogether(engine: Engine, files: readonly { readonly name: string; readonly file: Blob }[]): Promise<OpenedExtract> {
  const proposed = await engine.proposeGroup(files).done
  if (!proposed.ok) throw new Error(proposed.fault.sentence)
  const placed = proposed.value.flatMap((layout) => layout.files.map((file) => ({ ...file, mapping: mappingOfFile(layout.proposal.mapping, file) })))
  const parts = inReadingOrder(placed).map(({ file, name, dialect, mapping }) => ({ name, file: files[file]!.file, dialect, mapping }))
  const opened = await engine.openGroup(parts, ignore).done
  if (!opened.ok) throw new Error(opened.fault.sentence)
  return opened.value
}

async function predictionsOf(engine: Engine): Promise<readonly string[]> {
  expect((await engine.score(ignore, ignore).done).ok).toBe(true)
  const written = await engine.predictions(alertBy, ignore).done
  if (!written.ok) throw new Error(written.fault.sentence)
  return (await written.value.text()).trimEnd().split('\n')
}

describe.each([
  ['inline', () => new InlineEngine({ wasm: readRuntimeWasm, source: toyModels() })],
  ['worker', () => new WorkerEngine({ make: realmMakers(), scorers: 1, wasm: readRuntimeWasm, source: toyModels() })],
] as const)('the %s engine', (_, make) => {
  const engine: Engine = make()
  beforeAll(async () => {
    await engine.load()
  })
  afterAll(() => engine.dispose())

  test('a file for each store gives the scores of the one file, in one predictions file that names where each row came from', async () => {
    const text = drawnExtract({ stores: 2, skus: 5, days: 40 })
    const whole = new Blob([text])
    const proposed = await engine.propose(whole).done
    if (!proposed.ok) throw new Error(proposed.fault.sentence)
    await engine.open(whole, proposed.value.dialect, proposed.value.mapping, ignore).done
    const [header, ...lines] = await predictionsOf(engine)

    const opened = await openTogether(engine, byStore(text))
    expect(opened.summary.files.map(({ name, records }) => [name, records])).toEqual([['S1.csv', 200], ['S2.csv', 200]])
    const together = await predictionsOf(engine)
    const own = text.split('\n')[0]!
    expect(together[0]).toBe(header!.replace(own, `${own},phantom_file`))
    const named = lines.map((line) => line.replace(/^((?:[^,]*,){9})/, `$1${/,S1,/.test(line) ? 'S1' : 'S2'}.csv,`))
    expect(together.slice(1)).toEqual(named)
  })

  test('rows with something to mend come back with file and line', async () => {
    const [first, second] = byStore(drawnExtract({ stores: 2, skus: 2, days: 30 }))
    const broken = (await second!.file.text()).replace(/,\d+,(\d+),1\.5/, ',many,$1,1.5')
    await openTogether(engine, [first!, { name: 'S1.csv', file: new Blob([broken]) }])
    const rejects = await engine.rejects(ignore).done
    if (!rejects.ok) throw new Error(rejects.fault.sentence)
    const lines = (await rejects.value.text()).trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/many.*S1\.csv,2,on_hand,/)
  })

  test('a cancelled reading settles as cancelled', async () => {
    const files = byStore(drawnExtract({ stores: 2, skus: 5, days: 40 }))
    const job = engine.proposeGroup(files)
    job.cancel()
    expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  })
})
