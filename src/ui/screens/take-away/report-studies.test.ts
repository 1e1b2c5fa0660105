/** What the report says of models side by side, segments and money is reckoned again from its own file. */
import { describe, expect, it } from 'vitest'
import { study } from '../../../domain/bench/studies'
import { precision, recall } from '../../../domain/metrics/confusion-measures'
import type { ConfusionCounts } from '../../../domain/metrics/counts-at'
import type { SegmentThresholds } from '../../../domain/segments/segment-thresholds'
import type { PayoffTable } from '../../../store/payoff-state'
import { ownThresholds } from '../../../testing/drawn-segments'
import { drawnMeasured, type DrawnMeasured } from '../../../testing/drawn-measured'
import { reportNumbers, rowOf, tableOf, type ReportNumbers } from '../../../testing/report-file'
import { anyExtract, startedStore } from '../../../testing/started-store'
import { countOf, formatCount, formatMoney, formatShare, formatUnits, noValue } from '../../format/format-number'
import { formatThreshold, formatWholePercent } from '../../format/format-score'
import { segmentName } from '../../format/segment-name'
import { atCommonWords } from '../thresholds/compare/compare-words'
import { gatherReport } from './gather-report'
import { studiesOf, sureOf } from './report-facts'
import { reportHtml } from './report-html'

const nameOf = (id: string) => `Model ${id}`
const many: DrawnMeasured = { stores: 4, itemsPerStore: 40, days: 40, seed: 5 }

/** A report as the app makes it, of drawn rows whose truth is known. */
async function reportOf(drawn: DrawnMeasured = many, payoff: Partial<PayoffTable> = {}, segments: SegmentThresholds | null = null) {
  const rows = drawnMeasured(drawn)
  const { state } = await startedStore({ hasLabels: true }, { study: (_source, name, question) => Promise.resolve(study(name, rows, question)) })
  await state().dropFile(anyExtract, 'monday.csv')
  state().setThreshold('lgbm', 0.8)
  state().setPayoff(payoff)
  state().setSegments('lgbm', segments)
  const content = gatherReport(state(), { modelName: nameOf, sure: await sureOf(state()), studies: await studiesOf(state()), drift: [], charts: { curves: [], value: [] }, colours: [], madeAt: 0 })
  const html = reportHtml(content)
  return { html, data: reportNumbers(html) }
}

type Interval = ReportNumbers['segments'][number]['segments'][number]['intervals']['precision']

/** A share with its interval, as a cell of the report says it. */
function cell(share: number, interval: Interval, format: (value: number) => string = formatShare): string {
  if (Number.isNaN(share)) return noValue
  return interval === null ? `${format(share)} few items` : `${format(share)} (${format(interval.low)} to ${format(interval.high)})`
}

const measures = (counts: ConfusionCounts, { precision: ofAlerts, recall: ofPhantom }: { readonly precision: Interval; readonly recall: Interval }) => [cell(precision(counts), ofAlerts), cell(recall(counts), ofPhantom)]

describe('models side by side', () => {
  it.each([
    ['own', 'Models at their own thresholds', 'at their own thresholds'],
    ['equal', 'Models at equal workload', 'at equal workload'],
  ] as const)('%s: every figure follows from the counts of the file', async (workload, caption, where) => {
    const { html, data } = await reportOf()
    const { models, pairs } = data.comparison[workload]
    expect(models).toHaveLength(4)
    for (const { model, threshold, counts, intervals } of models) {
      const alerts = counts.tp + counts.fp
      expect(rowOf(html, nameOf(model), `${caption}, in numbers`)).toEqual([formatThreshold(threshold), `${formatCount(alerts)} ${formatCount(counts.tp)} phantom`, ...measures(counts, intervals)])
    }
    expect(pairs).toHaveLength(6)
    for (const { a, b, both, only_a, only_b } of pairs) {
      const shared = formatWholePercent(both.alerts / (both.alerts + only_a.alerts + only_b.alerts))
      const [ofA, ofB] = [a, b].map((id) => models.find(({ model }) => model === id)!.counts)
      expect([both.alerts + only_a.alerts, both.alerts + only_b.alerts]).toEqual([ofA!.tp + ofA!.fp, ofB!.tp + ofB!.fp])
      const parts = [both, only_a, only_b].map(({ alerts, phantom, precision_interval: interval }) => {
        if (alerts === 0) return '0'
        const right = `${formatCount(alerts)}, ${formatWholePercent(phantom / alerts)} right`
        return interval === null ? `${right} few items` : `${right} (${formatWholePercent(interval.low)} to ${formatWholePercent(interval.high)})`
      })
      expect(rowOf(html, `${nameOf(a)} and ${nameOf(b)}`, `Whose alerts they are, and how many of them are right, ${where}, in numbers`)).toEqual([shared, ...parts])
      const square = rowOf(html, nameOf(a), `Alerts that two models share, of those that either raises, ${where}, in numbers`)
      expect(square[models.findIndex(({ model }) => model === b)]).toBe(shared)
    }
  })

  it('equal workload gives no model more alerts than the chosen one', async () => {
    const { data } = await reportOf()
    const alerts = data.comparison.equal.models.map(({ counts }) => counts.tp + counts.fp)
    expect(Math.max(...alerts)).toBe(alerts[0])
    expect(data.comparison.equal.models[0]!.counts).toEqual(data.comparison.own.models[0]!.counts)
  })
})

describe('segments', () => {
  it('every figure follows from the counts of the file, which add up to all rows in each respect', async () => {
    const { html, data } = await reportOf()
    expect(data.segments.map(({ by }) => by)).toEqual(['store', 'category', 'velocity', 'weekday', 'history'])
    const totals = data.segments.map(({ segments }) => segments.map(({ counts }) => counts).reduce((sum, { tp, fp, fn, tn }) => ({ tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn, tn: sum.tn + tn })))
    for (const total of totals) expect(total).toEqual(totals[0])
    const captions: Readonly<Record<string, string>> = { store: 'store', category: 'category', velocity: 'how fast an item sells', weekday: 'day of the week', history: 'length of history' }
    for (const { by, segments } of data.segments) {
      for (const { label, rows, items, positives, counts, intervals, own } of segments) {
        expect([counts.tp + counts.fn, counts.tp + counts.fp + counts.fn + counts.tn]).toEqual([positives, rows])
        const few = positives < 30
        const name = segmentName(label, by)
        expect(rowOf(html, few ? `${name} Too few phantom rows: take its figures as a hint. It keeps the common threshold.` : name, `Apart by: ${captions[by]!}, in numbers`)).toEqual([
          `${formatCount(rows)} ${countOf(items, 'item')}`,
          few ? `${formatCount(positives)} too few` : formatCount(positives),
          formatCount(counts.tp + counts.fp),
          ...measures(counts, intervals),
          ...(own ? [formatThreshold(own.threshold), own.held_out.alerts === 0 ? 'no alerts' : `${formatWholePercent(own.held_out.found / own.held_out.alerts)} right ${formatCount(own.held_out.found)} found`] : ['none', noValue]),
        ])
      }
    }
  })

  it('warns where fewer than thirty phantom rows stand behind a figure, and draws none', async () => {
    const { html, data } = await reportOf({ stores: 3, itemsPerStore: 8, days: 30 })
    const few = data.segments.flatMap(({ by, segments }) => segments.filter(({ positives }) => positives < 30).map(({ label }) => segmentName(label, by)))
    expect(few.length).toBeGreaterThan(0)
    for (const name of few) expect(html).toContain(`>${name} <small>Too few phantom rows: take its figures as a hint. It keeps the common threshold.</small></th>`)
    // In the picture the warning stands where the figures would.
    expect(html.match(/>Too few phantom rows: take its figures as a hint\. It keeps the common threshold\.<\/text>/g)).toHaveLength(few.length)
    expect(html).toContain('Below 30 phantom rows a figure says little.')
  })

  it('lists the twenty with most phantom rows of many, and carries all', async () => {
    const { html, data } = await reportOf({ stores: 25, itemsPerStore: 4, days: 30 })
    const stores = data.segments.find(({ by }) => by === 'store')!
    expect(stores.segments).toHaveLength(25)
    expect(tableOf(html, 'Apart by: store, in numbers')).toHaveLength(20)
    expect(html).toContain('the counts of the other 5 stand among the numbers of this report')
  })
})

describe('thresholds by segment in use', () => {
  it('decide the figures apart and the intervals, and leave comparison and money at the common threshold', async () => {
    const before = await reportOf()
    const [first, ...others] = before.data.segments.find(({ by }) => by === 'store')!.segments
    if (first?.label.kind !== 'name') throw new Error('Stores have names.')
    const segments = ownThresholds('store', [[first.label, 0.2]])
    const { html, data } = await reportOf(many, {}, segments)
    const stores = data.segments.find(({ by }) => by === 'store')!.segments
    const [changed, ...same] = stores
    expect(changed!.label).toEqual(first.label)
    expect(changed!.counts.tp + changed!.counts.fp).toBeGreaterThan(first.counts.tp + first.counts.fp)
    expect(same.map(({ counts }) => counts)).toEqual(others.map(({ counts }) => counts))
    const name = segmentName(first.label, 'store')
    expect(rowOf(html, name, 'Apart by: store, in numbers').at(-2)).toContain('in use')
    expect(rowOf(html, name, 'Model lgbm: thresholds by store')[0]).toBe('0.20')
    expect(html).toContain('Model lgbm as it alerts now: by the thresholds in use by store, all others at 0.80.')
    const [chosen] = data.models
    expect(chosen!.segment_thresholds).toMatchObject({ by: 'store', segments: [{ name: first.label.name, threshold: 0.2 }] })
    expect(chosen!.intervals.precision).not.toEqual(before.data.models[0]!.intervals.precision)
    expect(chosen!.intervals.average_precision).toEqual(before.data.models[0]!.intervals.average_precision)
    expect([data.comparison, data.payoff]).toEqual([before.data.comparison, before.data.payoff])
    expect(html).toContain(atCommonWords)
    expect(before.html).not.toContain(atCommonWords)
  })
})

describe('what a threshold is worth', () => {
  const ways: readonly Partial<PayoffTable>[] = [{}, { worthBy: 'find', amount: 12, costOfCheck: 3, costOfMiss: 1 }, { worthBy: 'price', marginShare: 0.4, shareRecovered: 1, days: 10 }]
  it.each(ways)('by %j: profit follows from counts, worth and the payoff table of the file', async (way) => {
    const { html, data } = await reportOf(many, way)
    const { costOfCheck, costOfMiss, shareRecovered, worth, profit } = data.payoff
    expect(profit.points.length).toBeGreaterThan(50)
    for (const { tp, fp, worth_found, profit: stated } of profit.points) {
      expect(shareRecovered * worth_found - costOfCheck * (tp + fp) + costOfMiss * tp).toBeCloseTo(stated, 6)
      if (worth.by === 'find') expect(worth_found).toBeCloseTo(tp * worth.amount, 6)
    }
    const best = profit.points.reduce((most, point) => (point.profit > most.profit ? point : most))
    // Thresholds are written with as few decimals as give the same alerts.
    expect(profit.best_threshold).toBeCloseTo(best.threshold, 6)
    const caption = best.profit > 0 ? 'The threshold that earns most' : 'No threshold is better than checking nothing; the one that loses least'
    const printed = (header: string) => rowOf(html, header, caption)
    expect(printed('Threshold')[0]).toBe(formatThreshold(profit.best_threshold))
    expect(printed('Profit')).toEqual([formatMoney(best.profit), formatMoney(best.profit / profit.store_days)])
    expect(printed('Checks')).toEqual([formatCount(best.tp + best.fp), formatUnits((best.tp + best.fp) / profit.store_days)])
    expect(printed('Worth of the finds, before the share recovered')[0]).toBe(formatMoney(best.worth_found))
    expect(rowOf(html, 'One check costs', 'Payoff table')[0]).toBe(String(costOfCheck))
  })
})

describe('AP and AUC', () => {
  it('stand with the intervals of the file, and with words where too few items stand behind them', async () => {
    const { html, data } = await reportOf()
    for (const { name, average_precision, auc, intervals } of data.models) {
      expect(intervals.average_precision).not.toBeNull()
      // The fake engine's curve is not of the drawn rows; what is printed beside the interval is the study's own figure.
      const [ap, area] = rowOf(html, name, 'Each model at its own threshold').slice(-2)
      expect(ap).toContain(`(${intervals.average_precision!.low.toFixed(3)} to ${intervals.average_precision!.high.toFixed(3)})`)
      expect(area).toContain(`(${intervals.auc!.low.toFixed(3)} to ${intervals.auc!.high.toFixed(3)})`)
      expect([average_precision, auc].every((value) => value > 0 && value <= 1)).toBe(true)
    }
    const small = await reportOf({ stores: 1, itemsPerStore: 8, days: 30 })
    for (const { name, intervals } of small.data.models) {
      expect(intervals.average_precision).toBeNull()
      expect(rowOf(small.html, name, 'Each model at its own threshold').at(-2)).toMatch(/^[\d.–]+ few items$/)
    }
  })
})
