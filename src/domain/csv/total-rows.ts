/** Rows that are sums of other rows. */
import type { TableRows } from '../table/table-rows'

const totalWords =
  /^(?:(?:grand|sub|store|overall|report)?[ -]?totals?|total g[eé]n[eé]ral|total geral|gesamt(?:summe|ergebnis)?|zwischensumme|summe|summa|suma|somme|somma|soma|totale|totaal|totalt|ogółem|razem|合計|小計|総計)[:. ]*$/iu

/** Does an identifying cell (date, store, SKU) say that the row is a total? */
export function saysTotal(text: string): boolean {
  return text.length <= 24 && totalWords.test(text.trim())
}

/** Store numbers that systems use for "all stores". A real store may have one: the rows decide. */
const sentinel = /^(?:0+|9{3,}|all|alle|chain|company|konzern|tous|todos)$/i

/** Share of a sentinel store's rows that must equal the sum of the others. */
const sumShare = 0.95

/**
 * Codes of stores that are sums: their number is a sentinel and their units sold are, item by item
 * and day by day, those of all other stores together.
 */
export function sumStores(rows: TableRows): ReadonlySet<number> {
  const suspects = new Set<number>()
  rows.stores.forEach((name, code) => {
    if (sentinel.test(name)) suspects.add(code)
  })
  const sums = new Set<number>()
  if (suspects.size === 0 || rows.stores.length < 3) return sums
  for (const suspect of suspects) {
    const others = new Map<string, number>()
    const key = (row: number) => `${rows.sku[row]!} ${rows.day[row]!}`
    for (let row = 0; row < rows.rowCount; row++) {
      if (!suspects.has(rows.store[row]!)) others.set(key(row), (others.get(key(row)) ?? 0) + rows.unitsSold[row]!)
    }
    let compared = 0
    let equal = 0
    let sold = 0
    for (let row = 0; row < rows.rowCount; row++) {
      if (rows.store[row] !== suspect) continue
      compared++
      const sum = others.get(key(row))
      if (sum !== undefined && Math.abs(sum - rows.unitsSold[row]!) < 1e-6) {
        equal++
        sold += sum
      }
    }
    // All zero on both sides would be equal without saying anything.
    if (equal >= sumShare * compared && sold > 0) sums.add(suspect)
  }
  return sums
}
