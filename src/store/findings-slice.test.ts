import { describe, expect, it } from 'vitest'
import type { FindingPlace } from '../domain/findings/finding'
import { storeItemKey } from '../domain/table/store-item-key'
import { fakeEngine } from '../testing/fake-engine'
import { FakeDisk } from '../testing/fake-keeper'
import { anyExtract, latch } from '../testing/started-store'
import { createAppStore } from './create-app-store'
import { selectCheckedLately, selectFinding, selectFindings, selectHitRate, selectRowFinding } from './findings-selectors'

/** A tab with the fake's extract open; its clock goes on by a second each time it is looked at. */
async function tab(disk: FakeDisk, clock = { time: 1_750_000_000_000 }) {
  const saved: { readonly name: string; readonly file: Blob }[] = []
  const store = createAppStore(fakeEngine().engine, {
    prepare: () => Promise.resolve(),
    fetchDemo: () => Promise.resolve(anyExtract),
    saveFile: (file, name) => saved.push({ name, file }),
    findingsKeeper: disk.tab(),
    now: () => (clock.time += 1_000),
  })
  await store.getState().start()
  await store.getState().openFindings()
  await store.getState().dropFile(anyExtract, 'morning.csv')
  const [subject, other] = await store.getState().rows(Uint32Array.of(3, 14))
  const place: FindingPlace = { set: 'own', store: subject!.store, sku: subject!.sku, day: subject!.day }
  return { state: () => store.getState(), subject: subject!, other: other!, place, saved }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('a finding', () => {
  it('stands at once, with what the model had promised, and is kept', async () => {
    const disk = new FakeDisk()
    const { state, subject, place } = await tab(disk)
    state().enterFinding(subject, 'not-found')
    expect(selectRowFinding(state(), subject)).toMatchObject({
      outcome: 'not-found', counted: null, note: '', onHand: subject.onHand,
      promise: { model: 'lgbm', probability: 0.11, alerted: false },
    })
    expect(state().findings.unkept.size).toBe(1)
    await settled()
    expect(state().findings.unkept.size).toBe(0)
    expect([...disk.entries.values()]).toEqual([selectFinding(state(), place)])
  })

  it('can be changed, keeps its count and its first promise, and each step can be undone', async () => {
    const { state, subject, place } = await tab(new FakeDisk())
    state().enterFinding(subject, 'not-found')
    const promise = selectFinding(state(), place)!.promise
    state().changeFinding(place, { counted: 3 })
    state().setThreshold('lgbm', 1)
    state().enterFinding(subject, 'on-shelf')
    state().changeFinding(place, { note: 'top' })
    state().changeFinding(place, { note: 'top shelf' })
    expect(selectFinding(state(), place)).toMatchObject({ outcome: 'on-shelf', counted: 3, note: 'top shelf', promise })
    const seen = [1, 2, 3, 4, 5].map(() => {
      state().undoFinding(place)
      const finding = selectFinding(state(), place)
      return finding && [finding.outcome, finding.counted, finding.note]
    })
    expect(seen).toEqual([['on-shelf', 3, ''], ['not-found', 3, ''], ['not-found', null, ''], null, null])
  })

  it('that was taken back can be brought back by undo', async () => {
    const { state, subject, place } = await tab(new FakeDisk())
    state().enterFinding(subject, 'damaged')
    state().withdrawFinding(place)
    expect(selectFindings(state())).toEqual([])
    state().undoFinding(place)
    expect(selectFinding(state(), place)?.outcome).toBe('damaged')
  })

  it('entered after the clock was set back still replaces the older one', async () => {
    const clock = { time: 1_750_000_000_000 }
    const { state, subject, place } = await tab(new FakeDisk(), clock)
    state().enterFinding(subject, 'not-found')
    clock.time -= 86_400_000
    state().enterFinding(subject, 'backroom')
    expect(selectFinding(state(), place)?.outcome).toBe('backroom')
  })

  it('outlives the file, and the demo has findings of its own', async () => {
    const { state, subject } = await tab(new FakeDisk())
    state().enterFinding(subject, 'backroom')
    state().startOver()
    await state().tryDemo()
    expect(selectFindings(state())).toEqual([])
    state().enterFinding(subject, 'not-found')
    state().startOver()
    await state().dropFile(anyExtract, 'again.csv')
    expect(selectFindings(state()).map(({ outcome }) => outcome)).toEqual(['backroom'])
  })

  it('counts for the hit rate of its store and takes its item off the list for some days', async () => {
    const { state, subject, other } = await tab(new FakeDisk())
    state().setThreshold('lgbm', 0)
    state().enterFinding(subject, 'not-found')
    state().enterFinding(other, 'on-shelf')
    expect(selectHitRate(state(), null)).toMatchObject({ checked: 2, real: 1 })
    expect(selectHitRate(state(), subject.store)).toMatchObject({ checked: 1, real: 1, promised: 0.11 })
    expect(selectHitRate(state(), subject.store)).toBe(selectHitRate(state(), subject.store))
    const checked = (day: number) => [...selectCheckedLately(state(), day, 7)]
    expect(checked(subject.day + 6)).toEqual([subject, other].map(({ store, sku }) => storeItemKey(store, sku)).reverse())
    expect(checked(subject.day + 7)).toEqual([])
  })
})

describe('two tabs', () => {
  it('see what the other enters; the last entry wins whichever is told first, and nothing is lost', async () => {
    const disk = new FakeDisk()
    const clock = { time: 1_750_000_000_000 }
    const [a, b] = [await tab(disk, clock), await tab(disk, clock)]
    a.state().enterFinding(a.subject, 'not-found')
    b.state().enterFinding(b.other, 'on-shelf')
    await settled()
    expect(selectFindings(a.state())).toEqual(selectFindings(b.state()))
    expect(selectFindings(a.state())).toHaveLength(2)

    const hold = latch<undefined>()
    disk.held = hold.given.then(() => undefined)
    a.state().enterFinding(a.subject, 'misplaced')
    b.state().enterFinding(b.subject, 'damaged')
    hold.give(undefined)
    await settled()
    for (const { state, place } of [a, b]) expect(selectFinding(state(), place)?.outcome).toBe('damaged')
    expect(selectFinding((await tab(disk, clock)).state(), a.place)?.outcome).toBe('damaged')
  })

  it('hear of erasing, and keep what was entered after it', async () => {
    const disk = new FakeDisk()
    const clock = { time: 1_750_000_000_000 }
    const [a, b] = [await tab(disk, clock), await tab(disk, clock)]
    a.state().enterFinding(a.subject, 'not-found')
    await settled()
    await a.state().eraseFindings()
    expect(selectFindings(b.state())).toEqual([])
    expect(disk.entries.size).toBe(0)
    b.state().enterFinding(b.subject, 'backroom')
    await settled()
    expect(selectFindings(a.state()).map(({ outcome }) => outcome)).toEqual(['backroom'])
  })
})

describe('a full disk', () => {
  it('is said, loses nothing on the page, and a later try keeps all of it', async () => {
    const disk = new FakeDisk()
    const { state, subject, other, saved } = await tab(disk)
    disk.fault = 'disk-full'
    state().enterFinding(subject, 'not-found')
    state().enterFinding(other, 'on-shelf')
    await settled()
    expect(state().findings.trouble?.code).toBe('disk-full')
    expect(state().findings.unkept.size).toBe(2)
    expect(selectFindings(state())).toHaveLength(2)
    state().downloadFindings()
    expect(saved[0]?.name).toBe('phantom_findings.csv')
    expect((await saved[0]!.file.text()).split('\n')).toHaveLength(4)
    disk.fault = null
    await state().keepFindings()
    expect(state().findings).toMatchObject({ trouble: null, unkept: new Set() })
    expect(disk.entries.size).toBe(2)
  })

  it('keeps what cannot be erased', async () => {
    const disk = new FakeDisk()
    const { state, subject } = await tab(disk)
    state().enterFinding(subject, 'not-found')
    await settled()
    disk.fault = 'cannot-keep'
    await state().eraseFindings()
    expect(state().findings.trouble?.code).toBe('cannot-keep')
    expect(selectFindings(state())).toHaveLength(1)
  })

  it('what is typed while a write is under way goes with one more write', async () => {
    const disk = new FakeDisk()
    const { state, subject, place } = await tab(disk)
    const hold = latch<undefined>()
    disk.held = hold.given.then(() => undefined)
    state().enterFinding(subject, 'not-found')
    for (const note of ['a', 'ab', 'abc']) state().changeFinding(place, { note })
    hold.give(undefined)
    await settled()
    expect(disk.writes).toBe(2)
    expect([...disk.entries.values()]).toMatchObject([{ note: 'abc' }])
    expect(state().findings.unkept.size).toBe(0)
  })
})

describe('a file of findings', () => {
  it('brings back what was erased, and says what it could not read', async () => {
    const { state, subject, other, saved } = await tab(new FakeDisk())
    state().enterFinding(subject, 'not-found')
    state().enterFinding(other, 'misplaced')
    const before = selectFindings(state())
    state().downloadFindings()
    await state().eraseFindings()
    const text = await saved[0]!.file.text()
    await state().importFindings(new Blob([`${text}x,y,,2026-99-99,not-found\n`]), 'phantom_findings.csv')
    expect(selectFindings(state())).toEqual(before)
    expect(state().findings.lastImport).toMatchObject({ ok: true, taken: 2, known: 0, unread: [{ line: 4, column: 'date', found: '2026-99-99' }] })
    await state().importFindings(new Blob([text]), 'phantom_findings.csv')
    expect(state().findings.lastImport).toMatchObject({ taken: 0, known: 2, unread: [] })
  })

  it('that is none is refused, and nothing changes', async () => {
    const { state, subject } = await tab(new FakeDisk())
    state().enterFinding(subject, 'not-found')
    await state().importFindings(new Blob(['a,b\n1,2\n']), 'other.csv')
    expect(state().findings.lastImport).toMatchObject({ ok: false, file: 'other.csv', fault: { code: 'not-findings' } })
    expect(selectFindings(state())).toHaveLength(1)
  })
})
