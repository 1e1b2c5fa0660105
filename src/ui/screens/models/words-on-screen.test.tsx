/** What the Models screen says of a model that was refused, of figures that were not measured, and of results that lack a part. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { readResults } from '../../../domain/metrics/results'
import { createAppStore } from '../../../store/create-app-store'
import { fakeEngine } from '../../../testing/fake-engine'
import { AppStoreProvider } from '../../app-store-context'
import { measureMeanings } from '../../widgets/measure-meanings'
import { FeatureWorthPanel } from './feature-worth-panel'
import { LeakPanel } from './leak-panel'
import { measureViews } from './measure-views'
import { ModelPanel } from './model-panel'
import { OriginPanel } from './origin-panel'
import { ResultsPanel } from './results-panel'
import { ResultsTable } from './results-table'
import { StressPanel } from './stress-panel'

const textOf = (element: Parameters<typeof renderToStaticMarkup>[0]) =>
  renderToStaticMarkup(element).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const set: MeasuredSet = {
  candidates: 100,
  positives: 7,
  base_rate: 0.07,
  models: { lgbm: { threshold: 0.7, auc: { value: 0.91, low: 0.9, high: 0.92 }, average_precision: { value: 0.5, low: 0.4, high: 0.6 }, precision: null } },
  rules: {
    wait: { name: 'No sale for 28 days', threshold: 28, average_precision: { value: 0.2, low: 0.1, high: 0.3 } },
    low: { name: 'Lowest record first', average_precision: { value: 0.1, low: 0.1, high: 0.1 } },
  },
}
const view = (id: string) => measureViews.find((one) => one.id === id)!

it('a refused model says why and what to do', () => {
  const store = createAppStore(fakeEngine().engine, { prepare: () => Promise.resolve(), fetchDemo: () => Promise.resolve(new Blob()), saveFile: () => undefined })
  const text = textOf(
    <AppStoreProvider store={store}>
      <ModelPanel model={{ id: 'rf', usable: false, fault: { code: 'model-corrupt', sentence: 'The file is damaged.', advice: 'Load it again.' } }} chosen={false} />
    </AppStoreProvider>,
  )
  for (const words of ['Random Forest', 'Refused: damaged', 'The file is damaged.', 'Load it again.']) expect(text).toContain(words)
})

it('a figure that was not measured is a dash, and every other has its interval', () => {
  const ranking = textOf(<ResultsTable set={set} view={view('ranking')} caption="Results" />)
  expect(ranking).toContain('0.500 95% interval 0.400 to 0.600')
  expect(ranking).toContain('0.910 95% interval 0.900 to 0.920')
  expect(ranking).toContain('Calibration error –')
  expect(textOf(<ResultsTable set={set} view={view('threshold')} caption="Results" />)).toContain('LightGBM Threshold 0.700 Precision –')
})

it('the best rule stands for all rules until all are asked for', () => {
  const text = textOf(<ResultsTable set={set} view={view('ranking')} caption="Results" />)
  expect(text).toContain('No sale for 28 days')
  expect(text).not.toContain('Lowest record first')
  expect(text).toContain('Show all 2 rules of thumb')
})

it('checks at random reach the base rate, said only of what is a precision', () => {
  expect(textOf(<ResultsTable set={set} view={view('ranking')} caption="Results" />)).toContain('the dashed line AP 0.070 Recall at precision .90 –')
})

it('every view explains the measures that it shows', () => {
  for (const { terms, about } of measureViews) {
    expect(about).toMatch(/\.$/)
    for (const term of terms) expect(measureMeanings[term].length).toBeGreaterThan(20)
  }
})

it('an older results file has a plain sentence for every part that it lacks', () => {
  const outcome = readResults({ format_version: 1, generated: {}, sets: { test: set } })
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  const results = outcome.value
  for (const panel of [<ResultsPanel results={results} />, <StressPanel results={results} />, <FeatureWorthPanel worth={results.ablation} />, <LeakPanel leak={results.leak} />]) {
    expect(textOf(panel)).toContain('was not part of the evaluation')
  }
  expect(textOf(<OriginPanel generated={results.generated} />)).toContain('does not say')
})
