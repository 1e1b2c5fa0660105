/** First look at demand, series by series, from which stores and SKUs are sized. */
import type { ExtractTable } from '../table/extract-table'
import { DemandMemory } from './demand-memory'
import { isOnSale } from './exposure'
import { knownQuantity } from './known-quantity'

/** Before its own sales speak: a common slow mover, worth a quarter of a sale. */
const priorUnitsPerDay = 0.25
const priorUnits = 0.25
/** Silence beyond this many expected units is more likely an empty shelf than exposure. */
const mostHeldUnits = 4

export interface CrudeRates {
  /** Per row: units a day, from the days before it alone; always > 0. */
  readonly rate: Float64Array
  /** Per row: 1 where the item was on sale (see `isOnSale`), closed stores not yet told apart. */
  readonly onSale: Uint8Array
}

/** One pass over every series. Weekdays, promotions and the store's day are not considered. */
export function crudeRates(table: ExtractTable): CrudeRates {
  const rate = new Float64Array(table.rowCount)
  const onSale = new Uint8Array(table.rowCount)
  const memory = new DemandMemory()
  for (let s = 0; s < table.seriesCount; s++) {
    memory.reset()
    let before = NaN
    for (let row = table.seriesStart[s]!, end = table.seriesStart[s + 1]!; row < end; row++) {
      const sold = knownQuantity(table.unitsSold[row]!)
      const onHand = knownQuantity(table.onHand[row]!)
      const now = memory.rate(priorUnitsPerDay, priorUnits)
      rate[row] = now
      if (isOnSale(sold, onHand, before)) {
        onSale[row] = 1
        if (sold > 0) memory.sale(sold, 1)
        else if (memory.held * now < mostHeldUnits) memory.silentDay(1)
      }
      before = onHand
    }
  }
  return { rate, onSale }
}
