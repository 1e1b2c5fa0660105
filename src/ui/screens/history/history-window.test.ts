import { expect, it } from 'vitest'
import { defaultDays, historyWindow, mostDays } from './history-window'

const days = (count: number) => ({ day: Int32Array.from({ length: count }, (_, i) => 100 + i) })

it('ends at the judged day and goes back eight weeks', () => {
  expect(historyWindow(days(200), 250, false)).toEqual({ from: 151 - defaultDays, to: 151 })
})

it('gives a short history whole', () => {
  expect(historyWindow(days(20), 119, false)).toEqual({ from: 0, to: 20 })
})

it('draws at most as many days as a chart can hold', () => {
  const { from, to } = historyWindow(days(1_000), 500, true)
  expect(to - from).toBe(mostDays)
})
