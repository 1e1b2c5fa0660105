import { segmentsWritten } from '../../../store/take-away/threshold-segments'
import type { ReportContent } from './report-content'
import { intervalData, studiesData } from './report-study-data'

/** Format of the JSON inside of a report: see src/store/take-away/CHANGELOG.md. Names follow `threshold.json` and `model.json`. */
const reportVersion = 2

/** Numbers that JSON cannot write are null. */
const known = (value: number) => (Number.isFinite(value) ? value : null)

/** The report's numbers as its file carries them. */
export function reportData({ madeAt, extract, source, chosen, models, alerts, charts, studies, drift }: ReportContent) {
  return {
    format: 'phantom-inventory-report',
    format_version: reportVersion,
    made_at: new Date(madeAt).toISOString(),
    extract,
    source,
    chosen,
    models: models.map(({ id, name, threshold, segments, shipped, counts, intervals, averagePrecision, auc, ranking, origin }) => ({
      id,
      name,
      threshold,
      ...(segments ? { segment_thresholds: segmentsWritten(segments, null) } : {}),
      shipped_threshold: shipped,
      counts,
      intervals: {
        precision: intervals && intervalData(intervals.precision),
        recall: intervals && intervalData(intervals.recall),
        average_precision: ranking && intervalData(ranking.averagePrecision),
        auc: ranking && intervalData(ranking.auc),
      },
      average_precision: known(averagePrecision),
      auc: known(auc),
      graph_sha256: origin?.sha256 ?? null,
      data_version: origin?.dataVersion ?? null,
      code_version: origin?.codeVersion ?? null,
    })),
    alerts,
    drift,
    ...studiesData(studies),
    figures: [...charts.curves, ...charts.value].map(({ name, source: of, table }) => ({ name, source: of, ...table })),
  }
}
