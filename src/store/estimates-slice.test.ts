import { expect, it, vi } from 'vitest'
import { fakeDrift } from '../testing/fake-drift'
import { startedStore } from '../testing/started-store'

const reference = { DailyBOH: { deciles: [1, 2], missing: 0 } }

it('how an extract stands is worked out once for as long as it is open', async () => {
  const drift = vi.fn(() => Promise.resolve(fakeDrift))
  const { state } = await startedStore({}, { drift })
  expect(await state().drift(reference)).toBe(fakeDrift)
  await state().drift(reference)
  expect(drift).toHaveBeenCalledTimes(1)
  await state().drift({ ...reference })
  expect(drift).toHaveBeenCalledTimes(2)
})

it('a question that got no answer is asked again', async () => {
  const drift = vi.fn(() => Promise.resolve(fakeDrift)).mockRejectedValueOnce(new Error('gone'))
  const { state } = await startedStore({}, { drift })
  await expect(state().drift(reference)).rejects.toThrow('gone')
  expect(await state().drift(reference)).toBe(fakeDrift)
  expect(drift).toHaveBeenCalledTimes(2)
})
