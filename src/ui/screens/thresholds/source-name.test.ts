import { expect, it } from 'vitest'
import { sourceName } from './source-name'

it('names the rows that figures are of, and how many they are', () => {
  expect(sourceName('test-worlds', 466_741, 'a.csv')).toBe('Simulated test worlds, 466,741 rows')
  expect(sourceName('extract', 1, 'a.csv')).toBe('Labels of a.csv, 1 row')
  expect(sourceName('findings', 40, null)).toBe('What was found in your stores, 40 rows')
})
