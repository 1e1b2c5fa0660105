import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { toyManifest, toyModels } from '../testing/toy-models'
import { readPipeline } from '../domain/pipelines/read-pipeline'
import { idOf, type AnyBytes } from './model-bytes'
import { bringModels } from './bring-models'
import type { BroughtFile, LoadedModel } from './engine'
import { readModelFolder } from './load-models'
import { unpackArchive } from './unpack-zip'

const names = ['model.json', 'threshold.json', 'model_card.md', 'pipeline.onnx'] as const
const four = await Promise.all(['lgbm', 'xgb', 'rf', 'lstm'].map(async (id) => (await readModelFolder(toyModels(), id)).loaded))

type Changes = Readonly<Partial<Record<(typeof names)[number], string | Uint8Array<ArrayBuffer> | null>>>

/** The files of a toy model of one kind in a folder of any name, under an id of its own. */
async function folder(path: string, id: string, changes: Changes = {}, kind = 'lgbm'): Promise<BroughtFile[]> {
  const manifest = JSON.stringify({ ...toyManifest(kind), id, name: `Mine: ${id}` })
  const source = toyModels({ [`${kind}/model.json`]: manifest })
  const files: BroughtFile[] = []
  for (const name of names) {
    const content = changes[name] === undefined ? await source.read(`${kind}/${name}`) : changes[name]
    if (content !== null) files.push({ path: path === '' ? name : `${path}/${name}`, blob: new Blob([content]) })
  }
  return files
}

async function bring(files: readonly BroughtFile[], standing: readonly LoadedModel[] = four) {
  const added: AnyBytes[] = []
  const outcomes = await bringModels(files, {
    standing,
    unpack: unpackArchive,
    settle: (...given) => Promise.resolve(readPipeline(...given)),
    add: (model) => {
      added.push(model)
      return Promise.resolve(null)
    },
  })
  return { outcomes, added }
}

const sentenceOf = (model: LoadedModel | undefined) => (model && !model.usable ? `${model.fault.code}: ${model.fault.sentence}` : null)

test('a folder stands under the id and name of its manifest, whatever it is called and whatever lies beside it', async () => {
  const files = [...(await folder('downloads/models (1)', 'own-lgbm')), { path: 'downloads/results.json', blob: new Blob(['{}']) }]
  const { outcomes, added } = await bring(files)
  expect(outcomes).toMatchObject([{ id: 'own-lgbm', name: 'Mine: own-lgbm', usable: true, own: true }])
  expect(added.map(idOf)).toEqual(['own-lgbm'])
})

test('several folders at once, and the four files without a folder, are found', async () => {
  const { outcomes } = await bring([...(await folder('models/own-lgbm', 'own-lgbm')), ...(await folder('models/own-lstm', 'own-lstm', {}, 'lstm'))])
  expect(outcomes.map(({ id, usable }) => [id, usable])).toEqual([
    ['own-lgbm', true],
    ['own-lstm', true],
  ])
  expect((await bring(await folder('', 'mine'))).outcomes).toMatchObject([{ id: 'mine', usable: true }])
})

test.each(['lgbm', 'combined', 'all'])('the id %s, which is given out already, is told apart', async (id) => {
  const { outcomes, added } = await bring(await folder('x', id))
  expect(outcomes).toMatchObject([{ id: `${id}-2`, usable: true }])
  expect(added.map(idOf)).toEqual([`${id}-2`])
})

test('an id and a name that another brought model has are told apart; the same model twice is refused', async () => {
  const first = await bring(await folder('a', 'mine'))
  const { outcomes } = await bring([...(await folder('b', 'mine', {}, 'lstm')), ...(await folder('c', 'another-name'))], [...four, ...first.outcomes])
  expect(outcomes.map((model) => [model.id, model.usable ? model.name : model.fault.code])).toEqual([
    ['mine-2', 'Mine: mine (2)'],
    ['c', 'model-already-here'],
  ])
})

test('a zip of folders is opened; what a Mac adds to it is not taken for a model', async () => {
  const entries = Object.fromEntries(
    await Promise.all((await folder('own-lgbm', 'own-lgbm')).map(async ({ path, blob }) => [path, new Uint8Array(await blob.arrayBuffer())] as const)),
  )
  const archive = zipSync({ ...entries, '__MACOSX/own-lgbm/model.json': Uint8Array.of(1), 'own-lgbm/notes.txt': Uint8Array.of(2) })
  const { outcomes } = await bring([{ path: 'models.zip', blob: new Blob([new Uint8Array(archive)]) }])
  expect(outcomes).toMatchObject([{ id: 'own-lgbm', usable: true }])
})

test('an archive that is none is refused with its name', async () => {
  const { outcomes } = await bring([{ path: 'broken.zip', blob: new Blob(['not a zip']) }])
  expect(sentenceOf(outcomes[0])).toContain('model-corrupt: The archive "broken.zip" cannot be opened')
})

test('files of which none is a model say so', async () => {
  expect(sentenceOf((await bring([{ path: 'photos/shelf.jpg', blob: new Blob(['x']) }])).outcomes[0])).toContain('no model folder')
  expect((await bring([])).outcomes).toHaveLength(1)
})

test.each([
  ['no graph', { 'pipeline.onnx': null }, 'model-missing: The model "mine" is not here: pipeline.onnx'],
  ['no card', { 'model_card.md': null }, 'model_card.md'],
  ['another graph', { 'pipeline.onnx': new Uint8Array(8) }, 'checksum'],
  ['a manifest that is a page', { 'model.json': '<!doctype html>' }, 'model.json is not readable JSON'],
  ['a threshold beyond 1', { 'threshold.json': '{"precision_floor_threshold": 7, "precision_floor": 0.9}' }, 'threshold.json'],
  ['a feature nobody computes', { 'model.json': JSON.stringify({ ...toyManifest('lgbm'), id: 'mine', features: ['moon_phase', 'DailyBOH'] }) }, 'model-unknown-feature'],
] satisfies [string, Changes, string][])('a folder with %s is refused with its reason, and a sound one beside it stands', async (_, changes, part) => {
  const { outcomes, added } = await bring([...(await folder('mine', 'mine', changes)), ...(await folder('sound', 'sound'))])
  expect(sentenceOf(outcomes[0])).toContain(part)
  expect(outcomes[1]).toMatchObject({ id: 'sound', usable: true })
  expect(added).toHaveLength(1)
})
