import type { TableRows } from './table-rows'

/** Identifiers that rows use, in ascending code-unit order, and the place of each old code in it (-1: unused). */
export interface Ranking {
  readonly names: readonly string[]
  readonly rankOf: Int32Array
}

/**
 * Orders a dictionary by its texts, leaving out entries that no row uses. Code-unit order and
 * not a locale's: the same file gives the same table on every machine.
 */
export function rankNames(names: readonly string[], codes: Int32Array, rowCount: number): Ranking {
  const used = new Uint8Array(names.length)
  for (let row = 0; row < rowCount; row++) used[codes[row]!] = 1
  const order: number[] = []
  for (let code = 0; code < names.length; code++) if (used[code]) order.push(code)
  order.sort((a, b) => (names[a]! < names[b]! ? -1 : 1))
  const rankOf = new Int32Array(names.length).fill(-1)
  order.forEach((code, rank) => {
    rankOf[code] = rank
  })
  return { names: order.map((code) => names[code]!), rankOf }
}

/** One stable counting pass: `order` rearranged by `key`, keys in [0, keyCount). */
function orderBy(order: Uint32Array, key: (row: number) => number, keyCount: number): Uint32Array {
  const next = new Uint32Array(keyCount + 1)
  for (let i = 0; i < order.length; i++) {
    const k = key(order[i]!) + 1
    next[k] = next[k]! + 1
  }
  for (let k = 0; k < keyCount; k++) next[k + 1] = next[k + 1]! + next[k]!
  const sorted = new Uint32Array(order.length)
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!
    const k = key(row)
    const place = next[k]!
    sorted[place] = row
    next[k] = place + 1
  }
  return sorted
}

/**
 * Row numbers ordered by store rank, SKU rank, day; rows of the same store, SKU and day stay in
 * file order. Three counting passes from the last key to the first, so time grows with the rows.
 */
export function sortRows(rows: TableRows, stores: Ranking, skus: Ranking): Uint32Array {
  const { rowCount, day } = rows
  let order: Uint32Array = new Uint32Array(rowCount)
  for (let row = 0; row < rowCount; row++) order[row] = row
  if (rowCount === 0) return order
  let first = day[0]!
  let last = first
  for (let row = 1; row < rowCount; row++) {
    const d = day[row]!
    if (d < first) first = d
    if (d > last) last = d
  }
  order = orderBy(order, (row) => day[row]! - first, last - first + 1)
  order = orderBy(order, (row) => skus.rankOf[rows.sku[row]!]!, skus.names.length)
  return orderBy(order, (row) => stores.rankOf[rows.store[row]!]!, stores.names.length)
}
