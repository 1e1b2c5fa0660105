/**
 * The report as one HTML file: no script, no address, nothing that is fetched. Every figure of its first
 * tables follows from the counts that it carries as JSON, by the functions that the screen uses.
 */
import { alertRate, f1, lift, precision, recall, specificity } from '../../../domain/metrics/confusion-measures'
import { formatCount, formatMoney, formatShare, formatUnits, noValue } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import { respectWords, segmentName } from '../../format/segment-name'
import { heldOutSentence, inUseSentence } from '../segments-in-use/in-use-words'
import type { MeasuredInterval, ReportContent, ReportFigure, ReportModel } from './report-content'
import { reportData } from './report-data'
import { reportStyle } from './report-style'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapedHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')

/** A table whose first column heads its rows; all cells are text and are escaped here. */
function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escapedHtml(column)}</th>`).join('')
  const body = rows.map(([first = '', ...cells]) => `<tr><th scope="row">${escapedHtml(first)}</th>${cells.map((cell) => `<td>${escapedHtml(cell)}</td>`).join('')}</tr>`)
  return `<div class="scroll"><table><caption>${escapedHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`
}

const paragraph = (text: string) => `<p>${escapedHtml(text)}</p>`
const section = (title: string, ...parts: readonly string[]) => `<section><h2>${escapedHtml(title)}</h2>\n${parts.join('\n')}\n</section>`

/** The whole file. */
export function reportHtml(content: ReportContent): string {
  const title = 'Phantom inventory: threshold report'
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${reportStyle}</style></head><body><main>`,
    `<h1>${title}</h1>`,
    `<p class="quiet">Made on ${escapedHtml(new Date(content.madeAt).toISOString().slice(0, 16).replace('T', ' '))} UTC in a browser, from files that never left it. This page needs no network.</p>`,
    settingSection(content),
    measuresSection(content),
    alertsSection(content),
    ...(content.drift.length > 0 ? [section('This extract: what to expect, and how far it stands from what the models learned from', ...content.drift.map(paragraph))] : []),
    section('Charts', paragraph('Each chart is followed by its numbers.'), ...content.figures.map(figure)),
    originSection(content),
    section('The numbers of this report', paragraph('Counts and settings as JSON, for other programs; every figure of the tables above follows from them.'), `<script type="application/json" id="report-data">${inScript(reportData(content))}</script>`, `<details><summary>Show them</summary><pre>${escapedHtml(JSON.stringify(reportData(content), null, 1))}</pre></details>`),
    '</main></body></html>',
    '',
  ].join('\n')
}

/** JSON inside of an element that ends at its own end tag alone. */
const inScript = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c')

function settingSection({ models, chosen, sentence, extract, source }: ReportContent): string {
  const model = models.find(({ id }) => id === chosen)
  const rows: [string, string][] = [
    ['Model', model?.name ?? chosen],
    [model?.segments ? 'Common threshold' : 'Threshold', model ? String(model.threshold) : noValue],
    ['Shipped threshold', model ? String(model.shipped) : noValue],
    ['Figures are measured on', source ? `${source.name}; ${formatCount(source.positives)} of the rows are phantom` : 'nothing: there are no rows whose truth is known'],
    ['Extract', extract ? `${extract.name}: ${formatCount(extract.records)} rows, ${formatCount(extract.storeItems)} store-items in ${formatCount(extract.stores)} stores, ${extract.firstDay} to ${extract.lastDay}` : 'none'],
  ]
  return section('The setting', paragraph(sentence), table('What was set, and on what it is measured', ['', 'Value'], rows), ...models.flatMap(segmentsPart))
}

/** The thresholds by segment of a model, each with what it did on store-items that it was not set by. */
function segmentsPart({ name, threshold, segments }: ReportModel): readonly string[] {
  if (!segments) return []
  const { by, own } = segments
  return [
    table(
      `${name}: thresholds ${respectWords[by].by}`,
      ['Segment', 'Threshold', 'Phantom rows it was set by', 'Found elsewhere', 'Alerts elsewhere'],
      own.map(({ label, threshold: from, positives, heldOut }) => [segmentName(label, by), String(from), formatCount(positives), formatCount(heldOut.found), formatCount(heldOut.alerts)]),
    ),
    paragraph(`${inUseSentence(segments, threshold)} ${heldOutSentence(segments)} “Elsewhere” are those store-items. Figures of this report that are counted on rows that the thresholds were set by may flatter them; charts by threshold are of one threshold for all.`),
  ]
}

/** A share, with its interval where there is one. */
function share(value: number, interval: MeasuredInterval | undefined): string {
  return interval === undefined || Number.isNaN(value) ? formatShare(value) : `${formatShare(value)} (${formatShare(interval.low)} to ${formatShare(interval.high)})`
}

function measuresOf({ name, threshold, segments, counts, intervals, averagePrecision, auc }: ReportModel): readonly string[] {
  const from = segments ? `${threshold}, and by segment` : String(threshold)
  if (!counts) return [name, from, ...Array.from({ length: 8 }, () => noValue)]
  const times = lift(counts)
  return [
    name,
    from,
    share(precision(counts), intervals?.precision),
    share(recall(counts), intervals?.recall),
    formatScore(f1(counts)),
    formatShare(alertRate(counts)),
    Number.isNaN(times) ? noValue : `${times.toFixed(1)}×`,
    formatShare(specificity(counts)),
    formatScore(averagePrecision),
    formatScore(auc),
  ]
}

function measuresSection({ models, source }: ReportContent): string {
  const withIntervals = models.some(({ intervals }) => intervals !== null)
  const note = withIntervals ? 'In brackets: 95 % intervals; the days of one store-item stand or fall together in them.' : ''
  const counted = models.flatMap(({ name, counts }) => (counts ? [[name, formatCount(counts.tp), formatCount(counts.fp), formatCount(counts.fn), formatCount(counts.tn)]] : []))
  return section(
    'Measures at these thresholds',
    ...(source ? [paragraph(`Measured on: ${source.name}. ${note}`.trim())] : []),
    table('Each model at its own threshold', ['Model', 'Threshold', 'Precision', 'Recall', 'F1', 'Alert rate', 'Lift', 'Specificity', 'AP', 'AUC'], models.map(measuresOf)),
    table('The counts behind them, in rows', ['Model', 'Phantom and flagged', 'Not phantom and flagged', 'Phantom and missed', 'Not phantom, left in peace'], counted),
    paragraph('Precision: of the flagged rows, the share that is phantom. Recall: of the phantom rows, the share that is flagged. F1: both in one. Lift: how many times more hits than random checks. AP and AUC: over all thresholds, from every distinct score.'),
  )
}

function alertsSection({ alerts }: ReportContent): string {
  if (!alerts) return section('Alerts', paragraph('No extract is scored.'))
  const rows = [{ store: 'All stores', figures: alerts.all }, ...alerts.byStore]
  const money = alerts.all.moneyAtRisk !== null
  return section(
    'Alerts on the latest day',
    table(
      'Alerts of the chosen model, by store',
      ['Store', 'Alerts', 'Items in stock with a score', 'Share', 'Units at risk a week', ...(money ? ['Sales at risk a week'] : [])],
      rows.map(({ store, figures: { alerts: count, judged, unitsAtRisk, moneyAtRisk } }) => [
        store,
        formatCount(count),
        formatCount(judged),
        judged === 0 ? noValue : formatShare(count / judged),
        formatUnits(unitsAtRisk),
        ...(money ? [formatMoney(moneyAtRisk ?? 0)] : []),
      ]),
    ),
    paragraph('Units at risk: probability times units expected a day, over seven days, summed over the alerts.'),
  )
}

function figure({ name, description, source, svg, table: twin }: ReportFigure): string {
  return [
    `<figure><figcaption><h3>${escapedHtml(name)}</h3>${paragraph(description)}</figcaption>`,
    `<div class="scroll">${svg}</div>`,
    ...(source === '' ? [] : [`<p class="quiet">${escapedHtml(source)}</p>`]),
    `<details open><summary>Its numbers</summary>${table(twin.caption, twin.columns, twin.rows)}</details></figure>`,
  ].join('\n')
}

function originSection({ models }: ReportContent): string {
  return section(
    'Models and versions',
    '<div class="digests">',
    table(
      'What the models are: the digest names the very graph, the versions the data and the feature code that it was trained with',
      ['Model', 'SHA-256 of its graph', 'Data version', 'Code version'],
      models.map(({ name, origin }) => [name, origin?.sha256 ?? 'computed from the others', origin?.dataVersion ?? noValue, origin?.codeVersion ?? noValue]),
    ),
    '</div>',
  )
}
