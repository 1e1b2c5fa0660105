import { expect, it } from 'vitest'
import { fakeDrift } from '../../../../testing/fake-drift'
import { driftColumns, driftLegend, driftRow } from './drift-rows'

const [far, absent, steady] = fakeDrift.features

it('names the signal in words and by its name, with values in their unit beside those learned', () => {
  const row = driftRow(far!)
  expect(row).toMatchObject({ name: 'Recorded on-hand', note: 'DailyBOH' })
  expect(row.cells).toHaveLength(driftColumns.length)
  expect(row.cells.map(({ text }) => text)).toEqual(['Far', '1.40', '90 units', '0.0%', '3%'])
  expect(row.cells[2]?.note).toBe('learned: 9 units')
})

it('a signal without values has no middle and is said to be scored without', () => {
  const row = driftRow(absent!)
  expect(row.cells.map(({ text }) => text)).toEqual(['No value here', '4.00', '–', '100.0%', '–'])
  expect(row.cells[0]?.note).toBe('scored without it')
})

it('what stands out is told by shape and not by colour alone', () => {
  expect(driftRow(far!).marks.map(({ shape }) => shape)).toEqual(['tick', 'dot'])
  expect(driftRow(steady!).marks.map(({ shape }) => shape)).toEqual(['tick', 'ring'])
})

it('explains only marks that stand in the picture', () => {
  const nameOf = ({ name }: { readonly name: string }) => name
  expect(driftLegend([far!]).map(nameOf)).toEqual(['stands out', 'does not', 'usual up to'])
  expect(driftLegend([{ ...far!, psiOfWorlds: NaN }]).map(nameOf)).toEqual(['stands out', 'does not'])
})
