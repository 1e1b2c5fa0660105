import { expect, it } from 'vitest'
import { chartFileName } from './chart-file-name'

it.each([
  ['Precision-recall curve', 'Simulated test worlds, 466,741 rows', 'svg', 'precision-recall-curve_simulated-test-worlds.svg'],
  ['Gain', 'Labels of Märkte/2024.csv, 12 rows', 'csv', 'gain_labels-of-markte-2024-csv.csv'],
  ['Days: to find?', null, 'csv', 'days-to-find.csv'],
  ['…', '', 'svg', 'chart.svg'],
  ['日付', null, 'svg', '日付.svg'],
] as const)('"%s" of "%s" as %s is saved as %s', (name, source, ending, file) => {
  expect(chartFileName(name, source, ending)).toBe(file)
})

it('a long name of a source is cut, and never ends with a hyphen', () => {
  const file = chartFileName('Gain', `${'very long '.repeat(40)}.csv`, 'csv')
  expect(file.length).toBeLessThan(100)
  expect(file).not.toContain('-.csv')
})
