import { parseNumber } from './parse-number'

export interface StockColumns {
  /** Day of each row, NaN where unreadable. */
  readonly days: readonly number[]
  /** Store and SKU of each row. */
  readonly keys: readonly string[]
  readonly stock: readonly string[]
  readonly sold: readonly string[]
  readonly received: readonly string[] | null
}

/** Pairs of days from which a judgement is made at all. */
const leastPairs = 30

/**
 * Does a stock column tell the close of the day or its start? By the ledger, over days that follow
 * each other: at the close, stock = stock before - sold today + received today; at the start, the sales
 * and receipts of the day before. `unknown` where neither clearly holds. Pairs of days with the
 * same movement say nothing and are left out.
 */
export function stockMoment(columns: StockColumns, decimal: '.' | ','): 'close' | 'start' | 'unknown' {
  const { days, keys, stock, sold, received } = columns
  const last = new Map<string, { day: number; stock: number; moved: number }>()
  let pairs = 0
  let close = 0
  let start = 0
  for (let row = 0; row < days.length; row++) {
    const came = received ? parseNumber(received[row]!, decimal) : 0
    const now = {
      day: days[row]!,
      stock: parseNumber(stock[row]!, decimal),
      moved: (Number.isNaN(came) ? 0 : came) - parseNumber(sold[row]!, decimal),
    }
    const before = last.get(keys[row]!)
    last.set(keys[row]!, now)
    if (!before || now.day !== before.day + 1 || now.moved === before.moved) continue
    const change = now.stock - before.stock
    if (Number.isNaN(change + now.moved + before.moved)) continue
    pairs++
    if (Math.abs(change - now.moved) < 1e-6) close++
    if (Math.abs(change - before.moved) < 1e-6) start++
  }
  if (pairs < leastPairs) return 'unknown'
  if (close >= 0.5 * pairs && close > 2 * start) return 'close'
  return start >= 0.5 * pairs && start > 2 * close ? 'start' : 'unknown'
}
