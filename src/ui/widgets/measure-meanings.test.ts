import { expect, it } from 'vitest'
import { farFrom, movedFrom } from '../../domain/drift/feature-drift'
import { measureMeanings } from './measure-meanings'

it('explains what an analyst meets beside the measures', () => {
  expect(measureMeanings['Rows, phantom days, checks']).toMatch(/A row is .*A phantom day is .*A check is /)
  expect(measureMeanings['Test worlds']).toContain('Simulated stores')
  expect(measureMeanings.PSI).toMatch(/^Population stability index/)
})

it('promises no precision of a threshold and repeats no border: both stand where they are measured or set', () => {
  expect(measureMeanings.Threshold + measureMeanings['Shipped threshold']).not.toMatch(/\d/)
  for (const border of [movedFrom, farFrom]) expect(measureMeanings.PSI).not.toContain(String(border))
})
