import { expect, it } from 'vitest'
import { commonTexts, textSpread } from './common-texts'

const values = ['b', 'a', '', 'c', 'b', 'a', 'b', '']

it('texts are tried from the most frequent on, those alike by the alphabet, and missing ones are none', () => {
  expect(commonTexts(values, 9)).toEqual(['b', 'a', 'c'])
  expect(commonTexts(['y', 'x'], 9)).toEqual(['x', 'y'])
  expect(commonTexts(values, 2)).toEqual(['b', 'a'])
})

it('rows are counted by text, and those with another or none as rows alone', () => {
  expect(textSpread(values, ['b', 'a'])).toEqual({ rows: 8, missing: 2, from: 0, to: 1, counts: Uint32Array.of(3, 2) })
})
