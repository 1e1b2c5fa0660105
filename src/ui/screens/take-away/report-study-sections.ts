/** The sections of the report that say what those of the screen do: models side by side, segments, money. */
import { formatCount, formatMoney, formatShare, formatUnits } from '../../format/format-number'
import { formatThreshold } from '../../format/format-score'
import { atCommonWords, comparedRowsWords } from '../thresholds/compare/compare-words'
import { segmentsAbout } from '../thresholds/segments/segment-words'
import { sourceName } from '../thresholds/source-name'
import { payoffCaption, payoffRows, worthLabel, worthWords } from '../thresholds/value/payoff-rows'
import { compareFigures } from './compare-figures'
import type { ReportContent, ReportFigure } from './report-content'
import { paragraph, section, table } from './report-parts'
import { segmentFigure } from './segment-figures'

const nameIn = (models: ReportContent['models']) => (id: string) => models.find((model) => model.id === id)?.name ?? id

/** Names the rows that a figure is of; '' where no source is known, and so nothing to show. */
const sourceOf = ({ source, extract }: ReportContent, rows: number) => (source ? sourceName(source.kind, rows, extract?.name ?? null) : '')

/** How a figure is written as HTML. */
type Drawn = (figure: ReportFigure) => string

export function comparedSection(content: ReportContent, drawn: Drawn): string {
  const { studies, models, chosen } = content
  const title = 'Models side by side'
  if (!studies.comparison) return section(title, paragraph('There are no two models with rows to compare them by.'))
  const { own, equal } = studies.comparison
  const nameOf = nameIn(models)
  const source = sourceOf(content, own.rows)
  const shared = { like: nameOf(chosen), source, nameOf }
  return section(
    title,
    paragraph(comparedRowsWords(source)),
    ...(models.some(({ segments }) => segments !== null) ? [paragraph(atCommonWords)] : []),
    ...compareFigures({ workload: 'own', comparison: own, ...shared }).map(drawn),
    ...compareFigures({ workload: 'equal', comparison: equal, ...shared }).map(drawn),
  )
}

export function segmentsSection(content: ReportContent, drawn: Drawn): string {
  const { studies, models, chosen } = content
  const title = 'Where it works and where not'
  const [first] = studies.segments
  if (!first) return section(title, paragraph('There are no rows to set apart.'))
  const source = sourceOf(content, first.segments.reduce((sum, { rows }) => sum + rows, 0))
  const model = models.find(({ id }) => id === chosen)
  const inUse = model?.segments ?? null
  const { floor } = studies
  return section(
    title,
    paragraph(segmentsAbout({ name: nameIn(models)(chosen), threshold: model?.threshold ?? NaN, inUse, floor, source })),
    ...studies.segments.map((apart) => drawn(segmentFigure({ apart, inUse, floor, source }))),
  )
}

export function worthSection(content: ReportContent, drawn: Drawn): string {
  const charts = content.charts.value.map(drawn)
  const { table: payoff, curve } = content.studies.payoff
  const filled = table(payoffCaption, ['What', 'Value', 'Unit'], [
    [worthLabel, worthWords[payoff.worthBy], ''],
    ...payoffRows(payoff.worthBy).map(({ figure: amount, label, unit }) => [label, String(payoff[amount]), unit]),
  ])
  if (!curve) return section('What a threshold is worth', filled, paragraph('Nothing can be said in money: no phantom row has what its worth is computed from.'), ...charts)
  const { best, storeDays, worthKnown } = curve
  const { tp, fp } = best.counts
  return section(
    'What a threshold is worth',
    paragraph(`Measured on: ${sourceOf(content, curve.rows)}; ${nameIn(content.models)(content.chosen)}. What finds bring back less what checks and misses cost, more than checking nothing would, as of one morning.`),
    filled,
    table(best.reached ? 'The threshold that earns most' : 'No threshold is better than checking nothing; the one that loses least', ['What', 'In all', 'A store and day'], [
      ['Threshold', formatThreshold(best.threshold), ''],
      ['Checks', formatCount(tp + fp), formatUnits((tp + fp) / storeDays)],
      ['Phantom rows found', formatCount(tp), formatUnits(tp / storeDays)],
      ['Worth of the finds, before the share recovered', formatMoney(best.worthFound), formatMoney(best.worthFound / storeDays)],
      ['Profit', formatMoney(best.profit), formatMoney(best.profit / storeDays)],
      ['Phantom rows whose worth is known', formatShare(worthKnown), ''],
    ]),
    ...charts,
  )
}
