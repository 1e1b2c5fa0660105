import { beforeAll, describe, expect, it } from 'vitest'
import type { AppStoreState } from '../../../store/app-state'
import { selectShownLists } from '../../../store/today-selectors'
import { anyExtract, startedStore } from '../../../testing/started-store'
import { gatherCountList } from './gather-count-list'

describe('the count list', () => {
  let state: () => AppStoreState

  beforeAll(async () => {
    const started = await startedStore()
    state = started.state
    await state().dropFile(anyExtract, 'morning.csv')
    state().setThreshold('lgbm', 0.2)
  })

  const shown = () => selectShownLists(state()).filter(({ items }) => items.length > 0)

  it('holds exactly the items of the lists on screen, each once', async () => {
    const sheets = await gatherCountList(state())
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.map(({ store }) => store)).toEqual(shown().map(({ store }) => store))
    for (const [i, { items }] of shown().entries()) {
      const { groups, count } = sheets[i]!
      const printed = groups.flatMap(({ rows }) => rows.map(({ row }) => row))
      expect(printed.toSorted((a, b) => a - b)).toEqual(items.map(({ row }) => row).toSorted((a, b) => a - b))
      expect(count).toBe(printed.length)
    }
  })

  it('keeps the order of the screen: by what is at stake, or grouped for walking', async () => {
    state().setTodayPlan({ order: 'stake' })
    for (const [i, { groups }] of (await gatherCountList(state())).entries()) {
      expect(groups.flatMap(({ rows }) => rows.map(({ row }) => row))).toEqual(shown()[i]!.items.map(({ row }) => row))
      expect(groups).toHaveLength(1)
    }
    state().setTodayPlan({ order: 'walking' })
    const walked = await gatherCountList(state())
    for (const { groups } of walked) expect(new Set(groups.map(({ heading }) => heading)).size).toBe(groups.length)
    expect(walked.some(({ groups }) => groups.length > 1)).toBe(true)
  })

  it('loses an item as soon as a finding of it is entered', async () => {
    const row = (await gatherCountList(state()))[0]!.groups[0]!.rows[0]!
    state().enterFinding(row, 'on-shelf')
    const left = (await gatherCountList(state())).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows))
    expect(left.some((other) => other.row === row.row)).toBe(false)
  })

  it('of one store alone holds that store', async () => {
    const store = (await gatherCountList(state()))[1]!.store
    state().chooseTodayStore(store)
    expect((await gatherCountList(state())).map((sheet) => sheet.store)).toEqual([store])
  })
})
