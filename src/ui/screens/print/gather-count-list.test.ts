import { expect, it } from 'vitest'
import { createAppStore } from '../../../store/create-app-store'
import { fakeEngine } from '../../../testing/fake-engine'
import { gatherCountList } from './gather-count-list'

async function scored() {
  const store = createAppStore(fakeEngine().engine, {
    prepare: () => Promise.resolve(),
    fetchDemo: () => Promise.resolve(new Blob([])),
    saveFile: () => undefined,
  })
  await store.getState().start()
  await store.getState().dropFile(new Blob(['x']), 'morning.csv')
  return store.getState()
}

it('gives each store its surest alerts, as many as it can count and no more', async () => {
  const list = await gatherCountList(await scored(), 2)
  expect(list.map(({ store }) => store)).toEqual(['001', '002', '003', '004'])
  for (const { store, alerts } of list) {
    expect(alerts.length).toBeLessThanOrEqual(2)
    for (const alert of alerts) {
      expect(alert.store).toBe(store)
      expect(alert.probabilities.lgbm).toBeGreaterThanOrEqual(Math.fround(0.7))
    }
  }
})

it('walks a store by category', async () => {
  for (const { alerts } of await gatherCountList(await scored(), 20)) {
    const categories = alerts.map(({ category }) => category ?? '')
    expect(categories).toEqual([...categories].sort())
  }
})
