import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { createStore } from 'zustand'
import type { AppStoreState } from '../../store/app-state'
import { fakeModel } from '../../testing/fake-model'
import { anyExtract, startedStore } from '../../testing/started-store'
import { AppStoreProvider } from '../app-store-context'
import { Notices } from './notices'

async function said(change: Partial<AppStoreState>): Promise<string> {
  const { state } = await startedStore()
  state().setThreshold('lgbm', 0.35)
  await state().dropFile(anyExtract, 'next.csv')
  const store = createStore<AppStoreState>(() => ({ ...state(), ...change }))
  const markup = renderToStaticMarkup(
    <AppStoreProvider store={store}>
      <Notices />
    </AppStoreProvider>,
  )
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
}

it('an extract opened under a threshold set earlier says so, with the shipped one beside it as the other screens round it', async () => {
  const shipped = fakeModel('lgbm')
  if (!shipped.usable) throw new Error('the fake model is usable')
  expect(await said({})).toBe(
    `LightGBM stands at 0.35, set before this extract was opened; shipped ${shipped.threshold.precision_floor_threshold.toFixed(3)}. Use the shipped threshold Keep 0.35`,
  )
})

it('nothing is said once the shipped threshold is back', async () => {
  expect(await said({ thresholds: {} })).toBe('')
})
