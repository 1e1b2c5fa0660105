import { describe, expect, it } from 'vitest'
import { averagePrecision } from '../../../domain/metrics/average-precision'
import { f1, precision, recall } from '../../../domain/metrics/confusion-measures'
import { countsAt } from '../../../domain/metrics/counts-at'
import { selectCurve } from '../../../store/bench-selectors'
import { usualPayoff } from '../../../store/payoff-state'
import { reportNumbers, rowOf } from '../../../testing/report-file'
import { anyExtract, startedStore } from '../../../testing/started-store'
import { formatCount, formatShare } from '../../format/format-number'
import { formatScore, formatThreshold } from '../../format/format-score'
import { gatherReport, type ReportExtras } from './gather-report'
import { reportHtml } from './report-html'

const chart = { name: 'A chart', description: 'How to read it', source: 'Source: rows', svg: '<svg xmlns="http://www.w3.org/2000/svg"><title>A chart</title></svg>', table: { caption: 'Numbers', columns: ['x', 'y'], rows: [['1', '2']] } }
const nothingStudied = { comparison: null, segments: [], floor: 0.9, payoff: { table: usualPayoff, curve: null } }

const extras: ReportExtras = {
  modelName: (id) => `Model ${id}`,
  sure: new Map([
    [
      'lgbm',
      {
        intervals: { precision: { value: 0.79, low: 0.61, high: 0.93, items: 40, tooFew: false }, recall: { value: 0.75, low: NaN, high: NaN, items: 8, tooFew: true } },
        ranking: { averagePrecision: { value: 0.8, low: 0.71, high: 0.86, items: 60, tooFew: false }, auc: { value: 0.9, low: NaN, high: NaN, items: 8, tooFew: true } },
      },
    ],
  ]),
  drift: ['Prices stand far from what the models learned from.'],
  studies: nothingStudied,
  charts: { curves: [chart], value: [] },
  colours: [{ token: '--chart-1', light: 'rgb(1, 2, 3)', dark: 'rgb(4, 5, 6)' }],
  madeAt: Date.UTC(2026, 10, 24, 9, 30),
}

async function made(change: Partial<ReportExtras> = {}, name = 'monday.csv') {
  const { state } = await startedStore()
  await state().dropFile(anyExtract, name)
  state().setThreshold('lgbm', 0.5)
  const html = reportHtml(gatherReport(state(), { ...extras, ...change }))
  return { html, state: state(), data: reportNumbers(html) }
}

describe('a report', () => {
  it('prints figures that follow from the counts that it carries', async () => {
    const { html, data, state } = await made()
    for (const { id, threshold, counts, average_precision } of data.models) {
      const printed = rowOf(html, `Model ${id}`, 'Each model at its own threshold')
      expect(printed[0]).toBe(formatThreshold(threshold))
      if (id !== 'lgbm') expect(printed.slice(1, 3)).toEqual([formatShare(precision(counts)), formatShare(recall(counts))])
      expect(printed[3]).toBe(formatScore(f1(counts)))
      expect(rowOf(html, `Model ${id}`, 'The counts behind them, in rows')).toEqual([counts.tp, counts.fp, counts.fn, counts.tn].map(formatCount))
      const curve = selectCurve(state, id)!.curve
      expect(counts).toEqual(countsAt(curve, threshold))
      expect(average_precision).toBe(averagePrecision(curve))
    }
    expect(data.models.map(({ threshold }) => threshold)).toEqual([0.5, 0.7, 0.7, 0.7])
    expect(rowOf(html, 'All stores', 'Alerts of the chosen model, by store')[0]).toBe(formatCount(data.alerts.all.alerts))
    expect(data.alerts.all.alerts).toBeGreaterThan(0)
  })

  it('says intervals where there are some, and what was measured', async () => {
    const { html } = await made()
    const printed = rowOf(html, 'Model lgbm', 'Each model at its own threshold')
    expect(printed[1]).toBe('79.0% (61.0% to 93.0%)')
    expect(printed[2]).toBe('75.0% few items')
    expect(printed.slice(-2)).toEqual(['0.800 (0.710 to 0.860)', '0.900 few items'])
    expect(html).toContain('fewer than 10 store-items, or 5 on a side')
    const others = rowOf(html, 'Model rf', 'Each model at its own threshold').join()
    expect(others).not.toMatch(/ to |few items/)
    expect(html).toContain('Measured on: Simulated test worlds, 200 rows.')
    expect(html).toContain('Prices stand far')
    expect(html).toContain('Made on 2026-11-24 09:30')
  })

  it('fetches nothing and runs nothing', async () => {
    const { html } = await made()
    const bare = html.replaceAll('http://www.w3.org/2000/svg', '')
    expect(bare).not.toMatch(/https?:|src=|href=|url\(|@import|\son\w+=/)
    expect(bare.match(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="report-data">'])
    expect(html).toContain(`default-src 'none'`)
  })

  it('draws its pictures in colours that follow its reader, light on paper', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="#ffffff"/><path stroke="rgb(1, 2, 3)" fill="rgb(9, 9, 9)"/></svg>'
    const { html } = await made({ charts: { curves: [{ ...chart, svg }], value: [] } })
    expect(html).toContain('<rect fill="var(--surface-panel, #ffffff)"/><path stroke="var(--chart-1, rgb(1, 2, 3))" fill="rgb(9, 9, 9)"/>')
    expect(html).toContain(':root { color-scheme: light; --chart-1: rgb(1, 2, 3); }')
    expect(html).toContain('@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --chart-1: rgb(4, 5, 6); } }')
  })

  it('is not broken by the names that it holds', async () => {
    const evil = '</script><script>alert(1)</script><img src=x>.csv'
    const { html } = await made({ modelName: (id) => `<b>${id}` }, evil)
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<b>')
    expect(html.match(/<script/g)).toHaveLength(1)
  })

  it('without an extract or rows to measure by says so in place of figures', async () => {
    const { state } = await startedStore({}, { curve: () => Promise.resolve(null) })
    const html = reportHtml(gatherReport(state(), { ...extras, sure: new Map() }))
    expect(html).toContain('No extract is scored.')
    expect(html).toContain('There are no two models with rows to compare them by.')
    expect(html).toContain('There are no rows to set apart.')
    expect(html).toContain('Nothing can be said in money')
    expect(html).toContain('nothing: there are no rows whose truth is known')
  })
})
