import { describe, expect, it } from 'vitest'
import { stockMoment } from './stock-moment'

/** Sixty days of one item: stock at close and at start, with sales and a delivery every tenth day. */
function ledger() {
  const days: number[] = []
  const close: string[] = []
  const start: string[] = []
  const sold: string[] = []
  const received: string[] = []
  let stock = 40
  for (let day = 0; day < 60; day++) {
    const sale = (day * 7) % 4
    const came = day % 10 === 0 ? 12 : 0
    start.push(String(stock))
    stock += came - sale
    days.push(day)
    close.push(String(stock))
    sold.push(String(sale))
    received.push(String(came))
  }
  return { days, keys: days.map(() => 'S1 A'), sold, received, close, start }
}

describe('stockMoment', () => {
  const { close, start, ...rest } = ledger()

  it('tells stock at close from stock at start by the ledger', () => {
    expect(stockMoment({ ...rest, stock: close }, '.')).toBe('close')
    expect(stockMoment({ ...rest, stock: start }, '.')).toBe('start')
  })

  it('does not need receipts to tell', () => {
    expect(stockMoment({ ...rest, received: null, stock: start }, '.')).toBe('start')
  })

  it('says nothing where the ledger does not close either way', () => {
    expect(stockMoment({ ...rest, stock: rest.days.map((day) => String((day * 31) % 17)) }, '.')).toBe('unknown')
  })
})
