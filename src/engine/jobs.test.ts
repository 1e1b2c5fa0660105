import { expect, test } from 'vitest'
import { EngineStopped } from './engine'
import { noExtract } from './engine-faults'
import { breathe, heed, startJob, unlessAborted } from './jobs'

const value = <Value>(given: Value) => Promise.resolve({ ok: true, value: given } as const)

test('a job settles with its value', async () => {
  expect(await startJob(() => value(7)).done).toEqual({ ok: true, value: 7 })
})

test('a cancelled job settles as cancelled, even where its work never ends', async () => {
  const job = startJob((signal) => unlessAborted(signal, new Promise<never>(() => undefined)))
  job.cancel()
  expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
})

test('a job that was cancelled before its work was done does not give the value', async () => {
  const job = startJob(async () => {
    await breathe()
    return value(7)
  })
  job.cancel()
  expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
})

test('cancelling after the end changes nothing', async () => {
  const job = startJob(() => value(7))
  expect(await job.done).toEqual({ ok: true, value: 7 })
  job.cancel()
  expect(await job.done).toEqual({ ok: true, value: 7 })
})

test('foreseen faults, failed allocations and surprises each settle with their own code', async () => {
  const settle = async (error: Error) => {
    const outcome = await startJob<number, never>(() => Promise.reject(error)).done
    return outcome.ok ? null : outcome.fault.code
  }
  expect(await settle(new EngineStopped(noExtract))).toBe('no-extract')
  expect(await settle(new RangeError('Array buffer allocation failed'))).toBe('out-of-memory')
  expect(await settle(new TypeError('x is not a function'))).toBe('unexpected')
})

test('breathing lets a message be heard', async () => {
  const control = new AbortController()
  const channel = new MessageChannel()
  channel.port1.onmessage = () => control.abort()
  channel.port2.postMessage('stop')
  await breathe()
  await breathe()
  expect(() => heed(control.signal)).toThrow(EngineStopped)
  channel.port1.close()
})
