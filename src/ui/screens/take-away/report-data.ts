import { segmentsWritten } from '../../../store/take-away/threshold-segments'
import type { ReportContent } from './report-content'

/** Format of the JSON inside of a report: 1. Names follow `threshold.json` and `model.json`. */
const reportVersion = 1

/** Numbers that JSON cannot write are null. */
const known = (value: number) => (Number.isFinite(value) ? value : null)

/** The report's numbers as its file carries them. */
export function reportData({ madeAt, extract, source, chosen, models, alerts, figures, drift }: ReportContent) {
  return {
    format: 'phantom-inventory-report',
    format_version: reportVersion,
    made_at: new Date(madeAt).toISOString(),
    extract,
    source,
    chosen,
    models: models.map(({ id, name, threshold, segments, shipped, counts, intervals, averagePrecision, auc, origin }) => ({
      id,
      name,
      threshold,
      ...(segments ? { segment_thresholds: segmentsWritten(segments, null) } : {}),
      shipped_threshold: shipped,
      counts,
      intervals,
      average_precision: known(averagePrecision),
      auc: known(auc),
      graph_sha256: origin?.sha256 ?? null,
      data_version: origin?.dataVersion ?? null,
      code_version: origin?.codeVersion ?? null,
    })),
    alerts,
    drift,
    figures: figures.map(({ name, source: of, table }) => ({ name, source: of, ...table })),
  }
}
