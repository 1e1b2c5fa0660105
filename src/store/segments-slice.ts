/** Thresholds by segment: holds them, and has the engine count what they do on the rows that are measured by. */
import type { StoreApi } from 'zustand/vanilla'
import type { AppStoreState } from './app-state'
import { selectCurve } from './bench-selectors'
import type { JudgedCurve, SegmentsActions } from './segments-state'
import { selectSegments } from './selectors'
import type { StoreContext } from './store-context'
import { StudyLine } from './study-line'
import type { ViewSlice } from './view-slice'

/** What is to be counted of a model; the identity of `ground` and `segments` tells whether it is known. */
interface Wanted extends Omit<JudgedCurve, 'curve'> {
  readonly model: string
  readonly source: 'extract' | 'findings' | 'test-worlds'
}

export function createSegmentsSlice({ engine, get, set, ask }: StoreContext, { refreshView }: Pick<ViewSlice, 'refreshView'>, subscribe: StoreApi<AppStoreState>['subscribe']): SegmentsActions {
  const counting = new StudyLine(
    (wanted: readonly Wanted[]) => Promise.all(wanted.map(({ source, model, segments }) => ask(() => engine.curve(source, model, segments)))),
    (wanted, curves) => {
      const counted = wanted.flatMap(({ model, ground, segments }, at) => (curves[at] ? [[model, { ground, segments, curve: curves[at] }] as const] : []))
      set({ judgedCurves: Object.fromEntries(counted) })
    },
    // It has been said; figures of these thresholds are missing until something changes.
    () => undefined,
  )

  let asked: readonly Wanted[] = []
  subscribe((state) => {
    const wanted = wantedOf(state)
    const isKnown = wanted.length === asked.length && wanted.every((one, at) => asked[at]?.model === one.model && asked[at].ground === one.ground && asked[at].segments === one.segments)
    if (isKnown) return
    asked = wanted
    if (wanted.length > 0) counting.ask(wanted)
  })

  return {
    setSegments(model, segments) {
      const { segmentThresholds: before } = get()
      const others = Object.fromEntries(Object.entries(before).filter(([id]) => id !== model))
      const now = segments && segments.own.length > 0 ? segments : null
      set({
        segmentThresholds: now ? { ...others, [model]: now } : others,
        taken: { kind: 'segments', model, segments: now, before: { segmentThresholds: before } },
      })
      void refreshView()
    },
  }
}

function wantedOf(state: AppStoreState): readonly Wanted[] {
  return Object.keys(state.segmentThresholds).flatMap((model) => {
    const measured = selectCurve(state, model)
    const segments = selectSegments(state, model)
    return measured && segments ? [{ model, source: measured.source, ground: measured.curve, segments }] : []
  })
}
