/** What the screen says, drawn to text: its sentences must follow the source of the figures. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it, vi } from 'vitest'
import { createStore } from 'zustand'
import { createAppStore } from '../../../store/create-app-store'
import type { AppStoreState } from '../../../store/app-state'
import { fakeCurve as curve } from '../../../testing/fake-curve'
import { fakeEngine } from '../../../testing/fake-engine'
import { AppStoreProvider } from '../../app-store-context'
import { CurveSource } from './curve-source'
import { JudgeBy } from './judge-by'
import { MeasuresPanel } from './measures-panel'
import { ThresholdControl } from './threshold-control'

let scored: AppStoreState

beforeAll(async () => {
  const store = createAppStore(fakeEngine().engine, {
    prepare: () => Promise.resolve(),
    fetchDemo: () => Promise.resolve(new Blob()),
    saveFile: () => undefined,
  })
  await store.getState().start()
  await store.getState().dropFile(new Blob(['x']), 'x.csv')
  await vi.waitUntil(() => store.getState().phase.phase === 'ready' && store.getState().view !== null)
  scored = store.getState()
})

function textOf(part: ReactNode, change: Partial<AppStoreState>): string {
  const store = createStore<AppStoreState>(() => ({ ...scored, ...change }))
  const markup = renderToStaticMarkup(<AppStoreProvider store={store}>{part}</AppStoreProvider>)
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
}

const labelled = (counted = 0, filledDays = 0) => {
  const { summary } = scored.opened!
  return { opened: { ...scored.opened!, labelled: { stated: 1200 - counted, counted }, summary: { ...summary, recordsUsed: 5000, filledDays } } }
}

it('an extract without labels is measured on the test worlds, and the screen says so', () => {
  const text = textOf(<CurveSource />, { bundledCurves: { lgbm: curve } })
  expect(text).toBe('This extract has no labels: measured on our simulated test worlds (1,200 rows, 4 of them phantom). Your stores may differ.')
})

it('an extract with labels is measured on them, with their number', () => {
  const text = textOf(<CurveSource />, { ...labelled(), extractCurves: { lgbm: { ...curve } } })
  expect(text).toBe('Measured on this extract’s own labels (1,200 rows, 4 of them phantom).')
})

it('where days were filled in, the screen says which rows measure, out of how many, and that those days have no label', () => {
  const by = (counted: number) => textOf(<CurveSource />, { ...labelled(counted, 12_000), extractCurves: { lgbm: { ...curve } } })
  expect(by(0)).toBe(
    'Measured on this extract’s own labels (1,200 rows, 4 of them phantom). These are its labelled rows with stock on record and 28 days of history, out of 17,000 rows in all; the 12,000 days that the file leaves out are filled in and have no label.',
  )
  // A count labels the day before it, and that may be a filled one.
  expect(by(300)).toMatch(/have no label, unless a count on the next day gives them one\.$/)
})

it('until a labelled extract is scored, the screen does not say that it has no labels', () => {
  const text = textOf(<CurveSource />, { ...labelled(), extractCurves: {}, bundledCurves: { lgbm: curve } })
  expect(text).toContain('Until all rows of this extract are scored')
})

it('where two sources have rows, one is chosen, and the sentence follows', () => {
  const both = { ...labelled(), extractCurves: { lgbm: { ...curve } }, bundledCurves: { lgbm: curve } }
  expect(textOf(<JudgeBy />, { ...labelled(), extractCurves: {}, bundledCurves: { lgbm: curve } })).not.toContain('Judge by')
  expect(textOf(<JudgeBy />, both)).toMatch(/^Judge by Labels of this file Test worlds Which of them counts\?.* Measured on this extract’s own labels/)
  expect(textOf(<CurveSource />, { ...both, benchSource: 'test-worlds' })).toContain('By your choice measured on our simulated test worlds')
})

it('the measures follow the threshold of the chosen model', () => {
  const strict = textOf(<MeasuresPanel />, { bundledCurves: { lgbm: curve }, thresholds: { lgbm: 0.75 } })
  expect(strict).toContain('Precision 75.0%')
  expect(strict).toContain('Recall 75.0%')
  const loose = textOf(<MeasuresPanel />, { bundledCurves: { lgbm: curve }, thresholds: { lgbm: 0.25 } })
  expect(loose).toContain('Precision 33.3%')
  expect(loose).toContain('Recall 100.0%')
})

it('precision without an alert is a dash', () => {
  expect(textOf(<MeasuresPanel />, { bundledCurves: { lgbm: curve }, thresholds: { lgbm: 0.9 } })).toContain('Precision – ')
})

it('the load of checks follows the threshold, a store', () => {
  const at = (threshold: number) => textOf(<ThresholdControl />, { bundledCurves: { lgbm: curve }, thresholds: { lgbm: threshold } })
  const of = (threshold: number) => Number(/problem; ([\d,]+) checks/.exec(at(threshold))?.[1])
  expect(of(0.25)).toBeGreaterThan(of(0.75))
  expect(at(0.75)).toMatch(/checks on the latest day over 4 stores \([\d.]+ a store\); about 25% of phantom days stay unseen\./)
})
