import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyExtract, startedStore } from '../testing/started-store'
import { selectTourOffered, selectTourPossible, selectTourStop } from './tour-selectors'
import { tabOfStop, tourStops } from './tour-state'

async function overDemo() {
  const started = await startedStore()
  await started.state().tryDemo()
  return started
}

describe('the guided tour', () => {
  it('goes from the list over one item and what was found to the threshold and the figures behind it, each on its tab', async () => {
    const { state } = await overDemo()
    state().startTour()
    const seen = [state().tab]
    for (let step = 1; step < tourStops.length; step++) {
      state().moveTour(1)
      seen.push(state().tab)
    }
    expect(seen).toEqual(['Alerts', 'Alerts', 'Alerts', 'Thresholds', 'Models'])
    expect(selectTourStop(state())).toBe('results')
  })

  it('never leaves its ends, whatever is pressed, and the tab is always that of the stop', async () => {
    const { state } = await overDemo()
    fc.assert(
      fc.property(fc.array(fc.constantFrom<(1 | -1)[]>(1, -1), { maxLength: 30 }), (moves) => {
        state().startTour()
        let at = 0
        for (const by of moves) {
          state().moveTour(by)
          at = Math.min(tourStops.length - 1, Math.max(0, at + by))
          expect(selectTourStop(state())).toBe(tourStops[at])
          expect(state().tab).toBe(tabOfStop[tourStops[at]!])
        }
      }),
    )
  })

  it('is offered over the demo, and not again once it was taken or declined', async () => {
    const { state } = await overDemo()
    expect(selectTourOffered(state())).toBe(true)
    state().endTour()
    expect(selectTourOffered(state())).toBe(false)
    state().startOver()
    await state().tryDemo()
    expect(selectTourOffered(state())).toBe(false)
  })

  it('is never offered over a file of one’s own, and can be asked for there', async () => {
    const { state } = await startedStore()
    await state().dropFile(anyExtract, 'mine.csv')
    expect(selectTourPossible(state())).toBe(true)
    expect(selectTourOffered(state())).toBe(false)
    expect(selectTourStop(state())).toBeNull()
    state().startTour()
    expect(selectTourStop(state())).toBe('todays-list')
  })

  it('ends with its file: it does not stand over the next one', async () => {
    const { state } = await overDemo()
    state().startTour()
    await state().dropFile(anyExtract, 'mine.csv')
    expect(selectTourStop(state())).toBeNull()
    state().moveTour(1)
    expect(selectTourStop(state())).toBeNull()
  })

  it('does not begin before there is an extract', async () => {
    const { state } = await startedStore()
    state().startTour()
    expect(selectTourStop(state())).toBeNull()
    expect(state().tourSeen).toBe(false)
  })
})
