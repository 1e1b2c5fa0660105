import type { ExtractTable, SeriesText } from '../table/extract-table'
import { bandOf, bands, labelKey, velocityFrom } from './segment'
import { cutsByKey, type SegmentThresholds } from './segment-thresholds'

/** What is needed of an extract: its table, and units to expect on a usual day, one a row. */
interface RatedTable {
  readonly table: ExtractTable
  readonly unitsPerDay: Float64Array
}

/** Per row of the table the threshold that its segment has of its own, as float32; NaN where it follows the common one. */
export function tableCuts({ table, unitsPerDay }: RatedTable, segments: SegmentThresholds): Float32Array {
  const byKey = cutsByKey(segments)
  const cuts = new Float32Array(table.rowCount)
  if (segments.by === 'velocity') {
    const ofBand = bands(velocityFrom).map((label) => byKey.get(labelKey(label)) ?? NaN)
    for (let row = 0; row < table.rowCount; row++) cuts[row] = ofBand[bandOf(velocityFrom, Math.fround(unitsPerDay[row]!))]!
    return cuts
  }
  const { values, codes } = textBy(table, segments.by)
  const ofCode = values.map((name) => byKey.get(labelKey({ kind: 'name', name })) ?? NaN)
  for (let series = 0; series < table.seriesCount; series++) {
    cuts.fill(ofCode[codes[series] ?? -1] ?? NaN, table.seriesStart[series], table.seriesStart[series + 1])
  }
  return cuts
}

/** A column that the extract does not have has no name anywhere. */
function textBy(table: ExtractTable, by: 'store' | 'category' | 'department'): Pick<SeriesText, 'values'> & { readonly codes: ArrayLike<number> } {
  if (by === 'store') return { values: table.stores, codes: table.storeOfSeries }
  return table.text[by] ?? { values: [], codes: [] }
}
