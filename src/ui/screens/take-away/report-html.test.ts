import { describe, expect, it } from 'vitest'
import { averagePrecision } from '../../../domain/metrics/average-precision'
import { f1, precision, recall } from '../../../domain/metrics/confusion-measures'
import { countsAt } from '../../../domain/metrics/counts-at'
import { selectCurve } from '../../../store/bench-selectors'
import { anyExtract, startedStore } from '../../../testing/started-store'
import { formatCount, formatShare } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import { gatherReport, type ReportExtras } from './gather-report'
import { reportHtml } from './report-html'

const extras: ReportExtras = {
  modelName: (id) => `Model ${id}`,
  intervals: new Map([['lgbm', { precision: { low: 0.61, high: 0.93 }, recall: { low: 0.5, high: 0.8 } }]]),
  drift: ['Prices stand far from what the models learned from.'],
  figures: [{ name: 'A chart', description: 'How to read it', source: 'Source: rows', svg: '<svg xmlns="http://www.w3.org/2000/svg"><title>A chart</title></svg>', table: { caption: 'Numbers', columns: ['x', 'y'], rows: [['1', '2']] } }],
  madeAt: Date.UTC(2026, 10, 24, 9, 30),
}

async function made(change: Partial<ReportExtras> = {}, name = 'monday.csv') {
  const { state } = await startedStore()
  await state().dropFile(anyExtract, name)
  state().setThreshold('lgbm', 0.5)
  const html = reportHtml(gatherReport(state(), { ...extras, ...change }))
  const block = /<script type="application\/json" id="report-data">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  return { html, state: state(), data: JSON.parse(block) as { models: { id: string; threshold: number; counts: { tp: number; fp: number; fn: number; tn: number }; average_precision: number }[]; alerts: { all: { alerts: number } } } }
}

/** The texts of the row that a header begins. */
function rowOf(html: string, header: string, after: string): readonly string[] {
  const row = new RegExp(`<tr><th scope="row">${header}</th>(.*?)</tr>`, 's').exec(html.slice(html.indexOf(after)))?.[1] ?? ''
  return [...row.matchAll(/<td>(.*?)<\/td>/g)].map((cell) => cell[1] ?? '')
}

describe('a report', () => {
  it('prints figures that follow from the counts that it carries', async () => {
    const { html, data, state } = await made()
    for (const { id, threshold, counts, average_precision } of data.models) {
      const printed = rowOf(html, `Model ${id}`, 'Each model at its own threshold')
      expect(printed[0]).toBe(String(threshold))
      expect(printed[1]).toContain(formatShare(precision(counts)))
      expect(printed[2]).toContain(formatShare(recall(counts)))
      expect(printed[3]).toBe(formatScore(f1(counts)))
      expect(rowOf(html, `Model ${id}`, 'The counts behind them')).toEqual([counts.tp, counts.fp, counts.fn, counts.tn].map(formatCount))
      const curve = selectCurve(state, id)!.curve
      expect(counts).toEqual(countsAt(curve, threshold))
      expect(average_precision).toBe(averagePrecision(curve))
    }
    expect(data.models.map(({ threshold }) => threshold)).toEqual([0.5, 0.7, 0.7, 0.7])
    expect(rowOf(html, 'All stores', 'Alerts on the latest day')[0]).toBe(formatCount(data.alerts.all.alerts))
    expect(data.alerts.all.alerts).toBeGreaterThan(0)
  })

  it('says intervals where there are some, and what was measured', async () => {
    const { html } = await made()
    expect(rowOf(html, 'Model lgbm', 'Each model at its own threshold')[1]).toContain('(61.0% to 93.0%)')
    expect(rowOf(html, 'Model rf', 'Each model at its own threshold')[1]).not.toContain(' to ')
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

  it('is not broken by the names that it holds', async () => {
    const evil = '</script><script>alert(1)</script><img src=x>.csv'
    const { html } = await made({ modelName: (id) => `<b>${id}` }, evil)
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<b>')
    expect(html.match(/<script/g)).toHaveLength(1)
  })

  it('without an extract or rows to measure by says so in place of figures', async () => {
    const { state } = await startedStore({}, { curve: () => Promise.resolve(null) })
    const html = reportHtml(gatherReport(state(), { ...extras, intervals: new Map() }))
    expect(html).toContain('No extract is scored.')
    expect(html).toContain('nothing: there are no rows whose truth is known')
  })
})
