import { expect, test } from 'vitest'
import { buildFeatureContext } from '../domain/features/context'
import { randomTable } from '../testing/random-table'
import type { BlockScores } from './block-scorer'
import { breathe } from './jobs'
import { scoreExtract } from './score-extract'

test('after a block that failed no further block is scored', async () => {
  const table = randomTable({ seed: 1, stores: 4, skus: 100, days: 120 })
  let asked = 0
  const scorer = {
    async score(): Promise<BlockScores> {
      const first = asked++ === 0
      await breathe()
      if (first) throw new Error('the runtime gave up')
      return {}
    },
  }
  const work = { table, context: buildFeatureContext(table), models: [{ id: 'rf', reads: 'rows' }], combined: null, scorers: [scorer], scores: new Map(), rows: 'all' } as const
  const ignore = () => undefined
  await expect(scoreExtract(work, new AbortController().signal, ignore, ignore)).rejects.toThrow('the runtime gave up')
  const untilThen = asked
  expect(untilThen).toBeLessThan(4)
  for (let turn = 0; turn < 20; turn++) await breathe()
  expect(asked).toBe(untilThen)
})
