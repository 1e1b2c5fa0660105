/** The app's store, started over the fake engine, with what it saved. */
import type { Engine, EngineFault } from '../engine/engine'
import { createAppStore } from '../store/create-app-store'
import { fakeEngine } from './fake-engine'
import type { FakeWishes } from './fake-engine'

/** A file that the fake engine takes for an extract. */
export const anyExtract = new Blob(['date,sku\n'])

/** What an engine says whose worker ended without being asked to. */
export const died: EngineFault = { code: 'worker-died', sentence: 'It stopped.', advice: 'Try again.' }

/** A store that has loaded its models; `change` replaces calls of the fake engine. */
export async function startedStore(wishes: FakeWishes = {}, change: Partial<Engine> = {}) {
  const { engine, release } = fakeEngine(wishes)
  const saved: { readonly name: string; readonly file: Blob }[] = []
  const store = createAppStore(
    { ...engine, ...change },
    {
      prepare: () => Promise.resolve(),
      fetchDemo: () => Promise.resolve(anyExtract),
      saveFile: (file, name) => saved.push({ name, file }),
    },
  )
  await store.getState().start()
  return { store, release, saved, state: () => store.getState() }
}

/** A promise that a test settles when it likes. */
export function latch<Value>(): { readonly given: Promise<Value>; readonly give: (value: Value) => void } {
  let give: (value: Value) => void = () => undefined
  const given = new Promise<Value>((resolve) => (give = resolve))
  return { given, give: (value) => give(value) }
}

/** A question that a proposal may ask: which way round dates are written. */
export const dateOrderQuestion = {
  id: 'date-order',
  text: 'Which is it?',
  options: [
    { label: 'day first', change: { dateOrder: 'dmy' } },
    { label: 'month first', change: { dateOrder: 'mdy' } },
  ],
} as const
