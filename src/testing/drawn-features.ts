import { featureCount, featureNames } from '../domain/features/catalog'
import { computeFeatureBlock } from '../domain/features/compute-block'
import { buildFeatureContext } from '../domain/features/context'
import type { ExtractTable } from '../domain/table/extract-table'
import { tableFromText } from './table-from-text'

/**
 * Features of a drawn table by name and row (rows as the table sorts them: store, SKU, day).
 * @throws on a name that the catalog does not hold.
 */
export function featuresOf(drawing: string | ExtractTable): (name: string, row: number) => number {
  const table = typeof drawing === 'string' ? tableFromText(drawing) : drawing
  const { values } = computeFeatureBlock(buildFeatureContext(table), 0, table.seriesCount)
  return (name, row) => {
    const column = featureNames.indexOf(name)
    if (column < 0) throw new Error(`No feature is called "${name}".`)
    return values[row * featureCount + column]!
  }
}

/** Draws `days` rows of one item: `cells(day)` gives what follows the day. */
export function drawDays(days: number, cells: (day: number) => string): string {
  return Array.from({ length: days }, (_, day) => `${day} ${cells(day)}`).join('\n')
}
