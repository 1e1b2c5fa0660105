import { describe, expect, it } from 'vitest'
import { randomTable } from '../../testing/random-table'
import { tableFromText } from '../../testing/table-from-text'
import { labelsFromCounts } from './labels-from-counts'

const labelsOf = (drawing: string) => {
  const labels = labelsFromCounts(tableFromText(drawing))
  return labels && [...labels]
}

describe('labels from counts', () => {
  it('say of the close before a count whether its record was phantom, booked or not', () => {
    expect(labelsOf('sku day sold on_hand received counted\n A 0 0 6 0 -\n A 1 0 0 0 0\n A 2 0 0 0 -')).toEqual([1, -1, -1])
    expect(labelsOf('sku day sold on_hand received counted\n A 0 0 6 0 -\n A 1 0 6 0 0')).toEqual([1, -1])
    expect(labelsOf('sku day sold on_hand received counted\n A 0 0 6 0 -\n A 1 0 4 0 4\n A 2 1 3 0 -')).toEqual([0, -1, -1])
  })

  it('take a sale on the day of an empty count for stock that was there', () => {
    expect(labelsOf('sku day sold on_hand received counted\n A 0 0 6 0 -\n A 1 2 0 0 0')).toEqual([0, -1])
  })

  it('leave open what a delivery of that day may explain', () => {
    expect(labelsOf('sku day sold on_hand received counted\n A 0 0 6 0 -\n A 1 1 11 12 11')).toEqual([-1, -1])
    expect(labelsOf('sku day sold on_hand received counted\n A 0 0 6 0 -\n A 1 1 17 12 17')).toEqual([0, -1])
    expect(labelsOf('sku day sold on_hand received counted\n A 0 0 6 0 -\n A 1 0 0 12 0')).toEqual([1, -1])
  })

  it('infer a delivery from a risen record where the file tells of none', () => {
    expect(labelsOf('sku day sold on_hand counted\n A 0 0 6 -\n A 1 0 9 3')).toEqual([-1, -1])
    expect(labelsOf('sku day sold on_hand counted\n A 0 0 6 -\n A 1 0 5 5')).toEqual([0, -1])
  })

  it('say nothing of a record that claims no stock, of unknown sales, or across store-items', () => {
    expect(labelsOf('sku day sold on_hand counted\n A 0 0 0 -\n A 1 0 0 0')).toEqual([-1, -1])
    expect(labelsOf('sku day sold on_hand counted\n A 0 0 6 -\n A 1 - 0 0')).toEqual([-1, -1])
    expect(labelsOf('sku day sold on_hand counted\n A 0 0 6 -\n B 0 0 6 0')).toEqual([-1, -1])
    expect(labelsOf('sku day sold on_hand\n A 0 0 6\n A 1 0 6')).toBeNull()
  })

  it('stand only on rows whose record claims stock and which a count follows', () => {
    const drawn = randomTable({ seed: 5, stores: 3, skus: 10, days: 60 })
    const counted = Float64Array.from(drawn.day, (_, row) => (row % 7 === 0 ? row % 3 : NaN))
    const table = { ...drawn, optional: { ...drawn.optional, countedUnits: counted } }
    const labels = labelsFromCounts(table)!
    let known = 0
    labels.forEach((label, row) => {
      if (label < 0) return
      known++
      expect(table.onHand[row]).toBeGreaterThan(0)
      expect(counted[row + 1]).toBeGreaterThanOrEqual(0)
    })
    expect(known).toBeGreaterThan(0)
  })
})
