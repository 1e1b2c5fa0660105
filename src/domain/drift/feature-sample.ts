import { featureCount, featureNames } from '../features/catalog'
import type { FeatureBlock } from '../features/feature-block'
import { isScored, type ExtractTable } from '../table/extract-table'

/** More rows than this change no figure that is shown; a larger extract gives every k-th. */
const mostRows = 50_000

/**
 * Feature values of rows of an extract that are like those that models learn from: stock on record
 * and some history. Of a large extract an even selection, the same each time.
 */
export class FeatureSample {
  readonly #table: ExtractTable
  readonly #leastHistory: number
  /** Every k-th row that counts is taken. */
  readonly #every: number
  readonly #columns: readonly Float32Array[]
  #seen = 0
  #taken = 0

  /** @param leastHistory days of a series, its first included, before its rows count */
  constructor(table: ExtractTable, leastHistory: number) {
    this.#table = table
    this.#leastHistory = leastHistory
    const { rows, items } = countRows(table, leastHistory)
    this.rowsThatCount = rows
    this.storeItems = items
    const every = Math.max(1, Math.ceil(rows / mostRows))
    // Steps of whole weeks would look at one weekday alone.
    this.#every = every % 7 === 0 ? every + 1 : every
    const size = Math.ceil(rows / this.#every)
    this.#columns = Array.from({ length: featureCount }, () => new Float32Array(size))
  }

  /** Rows of the extract that count, and series that they are of. */
  readonly rowsThatCount: number
  readonly storeItems: number

  /** Rows that were taken so far. */
  get rows(): number {
    return this.#taken
  }

  /** Takes the next block; blocks come in order, each once. */
  add({ fromSeries, toSeries, fromRow, values }: FeatureBlock): void {
    const table = this.#table
    for (let series = fromSeries; series < toSeries; series++) {
      for (let row = table.seriesStart[series]! + this.#leastHistory - 1; row < table.seriesStart[series + 1]!; row++) {
        if (!isScored(table, row) || this.#seen++ % this.#every !== 0) continue
        const from = (row - fromRow) * featureCount
        for (let c = 0; c < featureCount; c++) this.#columns[c]![this.#taken] = values[from + c]!
        this.#taken++
      }
    }
  }

  /** The values of a feature in the rows taken; null for a name that the catalog lacks. */
  column(feature: string): Float32Array | null {
    return this.#columns[featureNames.indexOf(feature)]?.subarray(0, this.#taken) ?? null
  }
}

function countRows(table: ExtractTable, leastHistory: number): { readonly rows: number; readonly items: number } {
  let rows = 0
  let items = 0
  for (let series = 0; series < table.seriesCount; series++) {
    const before = rows
    for (let row = table.seriesStart[series]! + leastHistory - 1; row < table.seriesStart[series + 1]!; row++) if (isScored(table, row)) rows++
    if (rows > before) items++
  }
  return { rows, items }
}
