/** Figures by segment as figures of the report: rows and words are those of the screen. */
import type { Segments } from '../../../domain/bench/segments'
import type { SegmentThresholds } from '../../../domain/segments/segment-thresholds'
import { formatCount } from '../../format/format-number'
import { formatWholePercent } from '../../format/format-score'
import { respectWords } from '../../format/segment-name'
import { segmentColumns, segmentRows } from '../thresholds/segments/segment-rows'
import { gainSentence, listedFirst, segmentsCaption } from '../thresholds/segments/segment-words'
import { sureLegend } from '../thresholds/sure-cell'
import type { ReportFigure } from './report-content'
import { tracksFigure } from './tracks-figure'

interface Apart {
  readonly apart: Segments
  /** Thresholds by segment of the model; null: one for all. */
  readonly inUse: SegmentThresholds | null
  /** Precision that a threshold of a segment's own has to hold, 0 to 1. */
  readonly floor: number
  /** Names the rows. */
  readonly source: string
}

/** One respect, most phantom rows first; of many segments as many as the screen lists at first. */
export function segmentFigure({ apart, inUse, floor, source }: Apart): ReportFigure {
  const { by, segments } = apart
  const left = segments.length - listedFirst
  return tracksFigure({
    name: segmentsCaption(by),
    description: [gainSentence(apart, floor), ...(left > 0 ? [`The ${listedFirst} with most phantom rows are listed; the counts of the other ${formatCount(left)} stand among the numbers of this report.`] : [])].join(' '),
    source,
    rowsAre: respectWords[by].rowsAre,
    columns: segmentColumns,
    rows: segmentRows(segments.slice(0, listedFirst), by, inUse),
    picture: { name: 'Precision and recall', scale: { from: 0, to: 1 }, format: formatWholePercent, legend: sureLegend },
  })
}
