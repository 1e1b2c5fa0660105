/** What the tests of the command line work in: a folder on disk with toy models and the drawn extract, and streams in memory. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { shippedModels } from '../domain/scoring/model-manifest'
import { drawnExtract } from './drawn-extract'
import { toyModels, withToyFormula } from './toy-models'

/** A new folder with `models/` and `extract.csv`; whoever asks for it removes it. */
export async function makeScoreFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'score-'))
  for (const id of shippedModels) {
    for (const file of ['model.json', 'threshold.json', 'model_card.md', 'pipeline.onnx']) {
      const path = join(folder, 'models', id, file)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, (await toyModels().read(`${id}/${file}`))!)
    }
  }
  await writeFile(join(folder, 'models', 'combined.json'), withToyFormula['combined.json'])
  await writeFile(join(folder, 'extract.csv'), drawnExtract())
  return folder
}

/** Standard input that holds `input`, and an output that `written` gives back as text. */
export function memoryStreams(input = '') {
  const pieces: Buffer[] = []
  return {
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    stdout: new Writable({
      write(piece: Buffer, _, done) {
        pieces.push(piece)
        done()
      },
    }),
    onProgress: () => undefined,
    written: () => Buffer.concat(pieces).toString(),
  }
}
