/** Extracts as CSV text, drawn from plain arithmetic: the same arguments give the same bytes. */

export interface DrawnExtract {
  readonly stores?: number
  readonly skus?: number
  readonly days?: number
  /** With a `phantom` column: 1 in the last days of every fifth item. */
  readonly labels?: boolean
}

/**
 * Every item sells in a weekly pattern, is refilled when its record runs low, and every fifth one
 * falls silent for its last fifteen days while its record still claims stock.
 */
export function drawnExtract({ stores = 2, skus = 10, days = 40, labels = false }: DrawnExtract = {}): string {
  const lines = [`date,store_id,sku_id,on_hand,units_sold,forecast_units,units_received,price,category${labels ? ',phantom' : ''}`]
  for (let store = 1; store <= stores; store++) {
    for (let sku = 0; sku < skus; sku++) {
      let onHand = 20 + sku
      const silentFrom = sku % 5 === 0 ? days - 15 : days
      for (let day = 0; day < days; day++) {
        const wanted = (day * 3 + sku + store) % 4
        const received = onHand < 6 ? 24 : 0
        const sold = day >= silentFrom ? 0 : Math.min(wanted, onHand + received)
        onHand += received - sold
        const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)
        const cells = [date, `S${store}`, String(1000 + sku).padStart(6, '0'), onHand, sold, '1.5', received, '2.99', sku % 2 ? 'Dairy' : 'Household']
        if (labels) cells.push(day >= silentFrom ? 1 : 0)
        lines.push(cells.join(','))
      }
    }
  }
  return lines.join('\n') + '\n'
}
