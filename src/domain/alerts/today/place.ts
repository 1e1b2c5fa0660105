/** Where store-items stand, in the order in which a person walks the store. */
import type { ExtractTable } from '../../table/extract-table'
import { textOfSeries } from '../alert-source'
import { compareNaturally } from '../natural-order'

export interface Place {
  readonly department: string | null
  readonly aisle: string | null
  readonly bin: string | null
  readonly category: string | null
}

/** Negative where `a` is walked past first: department, aisle, bin, category; what is missing comes last. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compareNaturally(a.department, b.department) || compareNaturally(a.aisle, b.aisle) || compareNaturally(a.bin, b.bin) || compareNaturally(a.category, b.category)
  )
}

/** The places of an extract in walking order, and per series which one is its own. */
export function placesOf(table: ExtractTable): { readonly places: readonly Place[]; readonly placeOfSeries: Int32Array } {
  const { department, aisle, bin, category } = table.text
  const columns = [department, aisle, bin, category]
  const seen = new Map<string, number>()
  const found: Place[] = []
  const codeOfSeries = new Int32Array(table.seriesCount)
  for (let series = 0; series < table.seriesCount; series++) {
    const key = columns.map((text) => text?.codes[series] ?? -1).join(' ')
    let code = seen.get(key)
    if (code === undefined) {
      code = found.length
      seen.set(key, code)
      found.push({
        department: textOfSeries(department, series),
        aisle: textOfSeries(aisle, series),
        bin: textOfSeries(bin, series),
        category: textOfSeries(category, series),
      })
    }
    codeOfSeries[series] = code
  }
  const order = found.map((_, code) => code).sort((a, b) => comparePlaces(found[a]!, found[b]!))
  const rank = new Int32Array(found.length)
  order.forEach((code, place) => (rank[code] = place))
  return { places: order.map((code) => found[code]!), placeOfSeries: codeOfSeries.map((code) => rank[code]!) }
}
