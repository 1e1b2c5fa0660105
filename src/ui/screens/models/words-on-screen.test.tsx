/** What the Models screen says of a model that was refused and of results that cannot be read. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { ModelPanel } from './model-panel'
import { ResultsTable } from './results-table'

it('a refused model says why and what to do', () => {
  const markup = renderToStaticMarkup(
    <ModelPanel model={{ id: 'rf', usable: false, fault: { code: 'model-corrupt', sentence: 'The file is damaged.', advice: 'Load it again.' } }} chosen={false} />,
  )
  for (const words of ['Random Forest', 'Refused: damaged', 'The file is damaged.', 'Load it again.']) expect(markup).toContain(words)
})

it('a figure that was not measured is a dash, and every other has its interval', () => {
  const set: MeasuredSet = {
    candidates: 100,
    positives: 7,
    base_rate: 0.07,
    models: { lgbm: { threshold: 0.7, auc: { value: 0.91, low: 0.9, high: 0.92 }, average_precision: { value: 0.5, low: 0.4, high: 0.6 }, precision: null } },
    rules: { wait: { name: 'No sale for 28 days', threshold: 28, average_precision: { value: 0.2, low: 0.1, high: 0.3 } } },
  }
  const text = renderToStaticMarkup(<ResultsTable set={set} caption="Results" />).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain('LightGBM 0.700 – – – 0.910 95% interval 0.900 to 0.920 0.500 95% interval 0.400 to 0.600')
  expect(text).toContain('No sale for 28 days 28 –')
  expect(text).toContain('7.0%')
})
