import { expect, it } from 'vitest'
import { fakeEngine } from '../testing/fake-engine'
import { anyExtract } from '../testing/started-store'
import { createAppStore } from './create-app-store'

it('an app of which a part cannot be fetched says so instead of waiting for ever', async () => {
  const store = createAppStore(fakeEngine().engine, {
    prepare: () => Promise.reject(new Error('thresholds-screen.js is gone')),
    fetchDemo: () => Promise.resolve(anyExtract),
    saveFile: () => undefined,
  })
  await store.getState().start()
  expect(store.getState().phase).toMatchObject({ phase: 'failed', fault: { sentence: expect.stringContaining('thresholds-screen.js') as string } })
})
