import { expect, it } from 'vitest'
import { IdentifierCodes, noName, totalName } from './identifier-codes'

it('gives one code to the spellings of one identifier, in the order in which they come', () => {
  const stores = new IdentifierCodes()
  expect(['0012', '7', ' 0012 ', '="0012"', '7'].map((text) => stores.read(text))).toEqual([0, 1, 0, 0, 1])
  expect(stores.codes.names).toEqual(['0012', '7'])
})

it('tells missing ones and sums apart, whenever and however spelled', () => {
  const stores = new IdentifierCodes()
  expect(['A', '', 'n/a', 'Total', 'A', ' total: ', 'Total'].map((text) => stores.read(text))).toEqual([0, noName, noName, totalName, 0, totalName, totalName])
})
