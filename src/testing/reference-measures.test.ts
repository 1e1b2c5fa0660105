import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { modelsFolder } from '../cli/node-files'
import { averagePrecision } from '../domain/metrics/average-precision'
import { f1, precision, recall } from '../domain/metrics/confusion-measures'
import { countsAt } from '../domain/metrics/counts-at'
import { rocAuc } from '../domain/metrics/roc-auc'
import { shippedModels } from '../domain/scoring/model-manifest'
import { buildThresholdCurve } from '../domain/metrics/threshold-curve'
import { readBundledWorlds, type BundledWorlds } from '../engine/bundled-worlds'

const reference = z.object({
  format_version: z.literal(1),
  worlds_sha256: z.string(),
  models: z.record(
    z.string(),
    z.object({
      average_precision: z.number(),
      roc_auc: z.number(),
      at: z.array(z.object({ threshold: z.number(), precision: z.number(), recall: z.number(), f1: z.number() })).min(8),
    }),
  ),
})

const read = async (path: string) => new Uint8Array(await readFile(path))

/** Ours and scikit-learn's may differ by no more than this. */
const near = (value: number) => expect.closeTo(value, 9) as number

describe('our arithmetic over the bundled test worlds is that of scikit-learn', () => {
  let worlds: BundledWorlds
  let expected: z.infer<typeof reference>

  beforeAll(async () => {
    worlds = (await readBundledWorlds({ read: (path) => read(join(modelsFolder, path)) }))!
    expected = reference.parse(JSON.parse(await readFile(join(import.meta.dirname, 'golden', 'measures.json'), 'utf8')))
  })

  it('which was asked about the very worlds that ship', async () => {
    const bytes = await read(join(modelsFolder, 'test-worlds.bin'))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(expected.worlds_sha256)
  })

  it.each(shippedModels)('%s: average precision, AUC, and precision, recall and F1 at any threshold', (model) => {
    const curve = buildThresholdCurve(worlds.scores.get(model)!, worlds.labels)
    const { average_precision, roc_auc, at } = expected.models[model]!
    expect(averagePrecision(curve)).toEqual(near(average_precision))
    expect(rocAuc(curve)).toEqual(near(roc_auc))
    for (const { threshold, ...said } of at) {
      const counts = countsAt(curve, threshold)
      const ours = { threshold, precision: precision(counts), recall: recall(counts), f1: f1(counts) }
      expect(ours).toEqual({ threshold, precision: near(said.precision), recall: near(said.recall), f1: near(said.f1) })
    }
  })
})
