import { describe, expect, it } from 'vitest'
import { defaultDays, historyWindow, mostDays, silenceWithin } from './history-window'

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

describe('the silence that is shaded', () => {
  const sales = (...sold: number[]) => ({ ...days(sold.length), unitsSold: Float64Array.from(sold) })

  it('goes from the day after the last sale to the judged day', () => {
    expect(silenceWithin(sales(1, 2, 0, NaN, 0, 5), 104, 0)).toEqual({ from: 102, to: 104 })
  })

  it('begins where the drawing does, if it is older', () => {
    expect(silenceWithin(sales(1, 0, 0, 0), 103, 2)).toEqual({ from: 102, to: 103 })
  })

  it('is none on a day with a sale', () => {
    expect(silenceWithin(sales(0, 0, 3), 102, 0)).toBeNull()
  })
})
