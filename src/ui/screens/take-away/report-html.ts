/**
 * The report as one HTML file: no script, no address, nothing that is fetched. Every figure of its first
 * tables follows from the counts that it carries as JSON, by the functions that the screen uses.
 */
import { fewestItems, fewestItemsASide } from '../../../domain/bench/clustered-share'
import type { SureScore } from '../../../domain/bench/ranking'
import { alertRate, f1, lift, precision, recall, specificity } from '../../../domain/metrics/confusion-measures'
import { formatCount, formatMoney, formatShare, formatUnits, noValue } from '../../format/format-number'
import { formatScore, formatThreshold } from '../../format/format-score'
import { respectWords, segmentName } from '../../format/segment-name'
import { heldOutSentence, inUseSentence } from '../segments-in-use/in-use-words'
import { sureCell } from '../thresholds/sure-cell'
import { coloursCss, withTokens } from './report-colours'
import type { ReportCell, ReportContent, ReportFigure, ReportModel } from './report-content'
import { reportData } from './report-data'
import { escapedHtml, figure, paragraph, section, table } from './report-parts'
import { reportStyle } from './report-style'
import { comparedSection, segmentsSection, worthSection } from './report-study-sections'

/** The whole file. */
export function reportHtml(content: ReportContent): string {
  const chart = (drawn: ReportFigure) => figure({ ...drawn, svg: withTokens(drawn.svg, content.colours) })
  const title = 'Phantom inventory: threshold report'
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${coloursCss(content.colours)}${reportStyle}</style></head><body><main>`,
    `<h1>${title}</h1>`,
    `<p class="quiet">Made on ${escapedHtml(new Date(content.madeAt).toISOString().slice(0, 16).replace('T', ' '))} UTC in a browser, from files that never left it. This page needs no network.</p>`,
    settingSection(content),
    measuresSection(content),
    alertsSection(content),
    comparedSection(content, chart),
    segmentsSection(content, chart),
    worthSection(content, chart),
    ...(content.drift.length > 0 ? [section('This extract: what to expect, and how far it stands from what the models learned from', ...content.drift.map(paragraph))] : []),
    section('Curves', paragraph('Each chart is followed by its numbers.'), ...content.charts.curves.map(chart)),
    originSection(content),
    section('The numbers of this report', paragraph('Counts and settings as JSON, for other programs; the figures of the tables above follow from them, but for the bounds of intervals, which take the rows.'), `<script type="application/json" id="report-data">${inScript(reportData(content))}</script>`, `<details><summary>Show them</summary><pre>${escapedHtml(JSON.stringify(reportData(content), null, 1))}</pre></details>`),
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
  return section('The setting', paragraph(sentence), table('What was set, and on what it is measured', ['What', 'Value'], rows), ...models.flatMap(segmentsPart))
}

/** The thresholds by segment of a model, each with what it did on store-items that it was not set by. */
function segmentsPart({ name, threshold, segments }: ReportModel): readonly string[] {
  if (!segments) return []
  const { by, own } = segments
  return [
    table(
      `${name}: thresholds ${respectWords[by].by}`,
      ['Segment', 'Threshold', 'Phantom rows it was set by', 'Found elsewhere', 'Alerts elsewhere'],
      own.map(({ label, threshold: from, positives, heldOut }) => [segmentName(label, by), formatThreshold(from), formatCount(positives), formatCount(heldOut.found), formatCount(heldOut.alerts)]),
    ),
    paragraph(`${inUseSentence(segments, threshold)} ${heldOutSentence(segments)} “Elsewhere” are those store-items. Figures of this report that are counted on rows that the thresholds were set by may flatter them; models side by side, the payoff table and charts by threshold are of one threshold for all.`),
  ]
}

/** A figure with what is known of its error. */
function sure(value: number, known: SureScore | undefined, format: (value: number) => string): ReportCell {
  return known ? sureCell(known, format) : format(value)
}

function measuresOf({ name, threshold, segments, counts, intervals, averagePrecision, auc, ranking }: ReportModel): readonly ReportCell[] {
  const from = segments ? `${formatThreshold(threshold)}, and by segment` : formatThreshold(threshold)
  if (!counts) return [name, from, ...Array.from({ length: 8 }, () => noValue)]
  const times = lift(counts)
  return [
    name,
    from,
    sure(precision(counts), intervals?.precision, formatShare),
    sure(recall(counts), intervals?.recall, formatShare),
    formatScore(f1(counts)),
    formatShare(alertRate(counts)),
    Number.isNaN(times) ? noValue : `${times.toFixed(1)}×`,
    formatShare(specificity(counts)),
    sure(averagePrecision, ranking?.averagePrecision, formatScore),
    sure(auc, ranking?.auc, formatScore),
  ]
}

function measuresSection({ models, source }: ReportContent): string {
  const withIntervals = models.some(({ intervals, ranking }) => intervals !== null || ranking !== null)
  const note = withIntervals
    ? `In brackets: 95 % intervals, by leaving out one store-item at a time (jackknife), so that the days of one stand or fall together. “Few items”: fewer than ${fewestItems} store-items, or ${fewestItemsASide} on a side, stand behind the figure, and no interval can be given.`
    : ''
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
