/** How unsteady demand is in this extract, and of a SKU in the other stores, against what is usual at its rate. */
import type { ExtractTable } from '../table/extract-table'
import type { CrudeRates } from './crude-rates'
import { buildDaySlots, type DaySlots } from './day-slots'
import { knownQuantity } from './known-quantity'
import { usualExcess } from './no-sale-probability'

/** What is usual is known within a factor of about 1.6: as much as four units of information. */
const priorInformation = 4
const smallestFactor = 0.2
const largestFactor = 4

/**
 * Sums that estimate the factor f in variance = mean + f x usual excess x mean^2 by the method of moments, each day weighted
 * by what it tells. With u the usual excess and V = m + 2 m^2 (1 + u m)^2, about the variance of a day's (sold - m)^2 - m:
 * f = sum of ((sold - m)^2 - m) u m^2 / V over sum of (u m^2)^2 / V. The days of a silence count when a sale has ended it:
 * before that they may be days of an empty shelf.
 */
export class SpreadMemory {
  seen = 0
  usual = 0
  private heldSeen = 0
  private heldUsual = 0

  reset(): void {
    this.seen = this.usual = this.heldSeen = this.heldUsual = 0
  }

  /** A day on sale of which `mean` > 0 units were expected; `share`: how much of the day counts, 0 to 1. */
  day(sold: number, mean: number, share: number): void {
    const expected = usualExcess(mean) * mean * mean
    const deviation = mean + expected
    const weight = (share * expected) / (mean + 2 * deviation * deviation)
    this.heldSeen += ((sold - mean) * (sold - mean) - mean) * weight
    this.heldUsual += expected * weight
    if (sold <= 0) return
    this.seen += this.heldSeen
    this.usual += this.heldUsual
    this.heldSeen = this.heldUsual = 0
  }

  /** The factor, pulled towards `prior`; .2 to 4. */
  factor(prior: number): number {
    return spreadFactor(this.seen, this.usual, prior)
  }
}

function spreadFactor(seen: number, usual: number, prior: number): number {
  return Math.min(largestFactor, Math.max(smallestFactor, (seen + priorInformation * prior) / (usual + priorInformation)))
}

/**
 * Per row: factor on the usual excess variation that the extract's earlier days suggest, and of them those of the same SKU
 * in other stores most; .2 to 4, 1 where nothing is known. An item keeps its ways in all stores: who buys it buys one or six.
 */
export function demandSpread(table: ExtractTable, crude: CrudeRates, skuSlots: DaySlots): Float32Array {
  const all = buildDaySlots(table, new Int32Array(table.seriesCount), 1, 1)
  const inExtract = { seen: new Float64Array(all.slotCount), usual: new Float64Array(all.slotCount) }
  const inSku = { seen: new Float64Array(skuSlots.slotCount), usual: new Float64Array(skuSlots.slotCount) }
  const memory = new SpreadMemory()
  for (let s = 0; s < table.seriesCount; s++) {
    const start = table.seriesStart[s]!
    const inAll = all.firstSlotOfSeries[s]! - start
    const sku = skuSlots.firstSlotOfSeries[s]!
    memory.reset()
    for (let row = start, end = table.seriesStart[s + 1]!; row < end; row++) {
      const { seen, usual } = memory
      seeDay(memory, table, crude, row)
      if (memory.usual === usual) continue
      inExtract.seen[row + inAll]! += memory.seen - seen
      inExtract.usual[row + inAll]! += memory.usual - usual
      if (sku < 0) continue
      inSku.seen[row - start + sku]! += memory.seen - seen
      inSku.usual[row - start + sku]! += memory.usual - usual
    }
  }
  for (const sums of [inExtract.seen, inExtract.usual]) runUp(sums, all)
  for (const sums of [inSku.seen, inSku.usual]) runUp(sums, skuSlots)

  const factor = new Float32Array(table.rowCount)
  for (let s = 0; s < table.seriesCount; s++) {
    const start = table.seriesStart[s]!
    const inAll = all.firstSlotOfSeries[s]! - start
    const sku = skuSlots.firstSlotOfSeries[s]!
    memory.reset()
    for (let row = start, end = table.seriesStart[s + 1]!; row < end; row++) {
      const yesterday = row + inAll - 1
      const here = yesterday < 0 ? 1 : spreadFactor(inExtract.seen[yesterday]!, inExtract.usual[yesterday]!, 1)
      const before = row - start + sku - 1
      const known = sku >= 0 && before >= skuSlots.groupStart[table.skuOfSeries[s]!]!
      factor[row] = known ? spreadFactor(inSku.seen[before]! - memory.seen, inSku.usual[before]! - memory.usual, here) : here
      seeDay(memory, table, crude, row)
    }
  }
  return factor
}

function seeDay(memory: SpreadMemory, table: ExtractTable, crude: CrudeRates, row: number): void {
  const sold = knownQuantity(table.unitsSold[row]!)
  if (crude.onSale[row] === 1) memory.day(sold > 0 ? sold : 0, crude.rate[row]!, 1)
}

/** Running sums within each group, its gaps of days no end of it. */
function runUp(sums: Float64Array, slots: DaySlots): void {
  for (let group = 0; group + 1 < slots.groupStart.length; group++) {
    for (let slot = slots.groupStart[group]! + 1; slot < slots.groupStart[group + 1]!; slot++) sums[slot]! += sums[slot - 1]!
  }
}
