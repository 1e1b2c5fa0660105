/** Figures by segment as figures of the report: rows and words are those of the screen. */
import type { Segments } from '../../../domain/bench/segments'
import { formatCount } from '../../format/format-number'
import { formatWholePercent } from '../../format/format-score'
import { segmentColumns, segmentRow } from '../thresholds/segments/segment-rows'
import { gainSentence, listedFirst, respectWords, segmentsCaption } from '../thresholds/segments/segment-words'
import { sureLegend } from '../thresholds/sure-cell'
import type { ReportFigure } from './report-content'
import { tracksFigure } from './tracks-figure'

/** One respect, most phantom rows first; of many segments as many as the screen lists at first. */
export function segmentFigure({ by, segments, ...gain }: Segments, floor: number, source: string): ReportFigure {
  const left = segments.length - listedFirst
  const listed = segments.slice(0, listedFirst).map((segment) => segmentRow(segment, by))
  return tracksFigure({
    name: segmentsCaption(by),
    description: [gainSentence({ by, segments, ...gain }, floor), ...(left > 0 ? [`The ${listedFirst} with most phantom rows are listed; the counts of the other ${formatCount(left)} stand among the numbers of this report.`] : [])].join(' '),
    source,
    rowsAre: respectWords[by].rowsAre,
    columns: segmentColumns,
    rows: listed,
    picture: { name: 'Precision and recall', scale: { from: 0, to: 1 }, format: formatWholePercent, legend: sureLegend },
  })
}
