/** The report's content from the state, by the selectors and domain functions that the screens use. */
import { averagePrecision } from '../../../domain/metrics/average-precision'
import { countsAt } from '../../../domain/metrics/counts-at'
import { rocAuc } from '../../../domain/metrics/roc-auc'
import type { AppState } from '../../../store/app-state'
import { selectCurve } from '../../../store/bench-selectors'
import { selectJudgedCurve } from '../../../store/segments-selectors'
import { selectSegments, selectThreshold, selectUsableModels, type UsableModel } from '../../../store/selectors'
import { selectOverview } from '../../../store/today-selectors'
import { toDateInput } from '../../format/format-day'
import { settingInWords } from '../thresholds/setting-in-words'
import { sourceName } from '../thresholds/source-name'
import type { ReportContent, ReportModel } from './report-content'

/** What the state does not hold. */
export interface ReportExtras extends Pick<ReportContent, 'madeAt' | 'drift' | 'studies' | 'charts' | 'colours'> {
  readonly modelName: (id: string) => string
  /** By model. */
  readonly sure: ReadonlyMap<string, Pick<ReportModel, 'intervals' | 'ranking'>>
}

export function gatherReport(state: AppState, { modelName, sure, ...rest }: ReportExtras): ReportContent {
  const measured = selectCurve(state, state.model)
  const judged = selectJudgedCurve(state, state.model)
  const overview = selectOverview(state)
  const summary = state.opened?.summary
  return {
    ...rest,
    extract: summary
      ? {
          name: state.file?.name ?? 'extract',
          records: summary.records,
          stores: summary.stores,
          storeItems: summary.storeItems,
          firstDay: toDateInput(summary.firstDay),
          lastDay: toDateInput(summary.lastDay),
        }
      : null,
    source: measured && {
      kind: measured.source,
      name: sourceName(measured.source, measured.curve.positives + measured.curve.negatives, state.file?.name ?? null),
      rows: measured.curve.positives + measured.curve.negatives,
      positives: measured.curve.positives,
    },
    chosen: state.model,
    sentence: judged ? settingInWords(countsAt(judged.curve, selectThreshold(state, state.model))) : 'There are no rows whose truth is known, so nothing can be said of what the setting gives.',
    models: selectUsableModels(state).map((model) => modelOf(state, model, modelName(model.id), sure.get(model.id) ?? nothingSure)),
    alerts: overview && { all: overview.all, byStore: overview.byStore },
  }
}

const nothingSure = { intervals: null, ranking: null } as const

function modelOf(state: AppState, model: UsableModel, name: string, { intervals, ranking }: Pick<ReportModel, 'intervals' | 'ranking'>): ReportModel {
  const curve = selectCurve(state, model.id)?.curve ?? null
  const threshold = selectThreshold(state, model.id)
  const judged = selectJudgedCurve(state, model.id)?.curve ?? null
  return {
    id: model.id,
    name,
    threshold,
    segments: selectSegments(state, model.id),
    shipped: model.threshold.precision_floor_threshold,
    counts: judged && countsAt(judged, threshold),
    intervals: curve && intervals,
    averagePrecision: curve ? averagePrecision(curve) : NaN,
    auc: curve ? rocAuc(curve) : NaN,
    ranking: curve && ranking,
    origin:
      model.kind === 'pipeline'
        ? { sha256: model.pipeline.graph.sha256, dataVersion: 'another project', codeVersion: 'another project' }
        : model.kind === 'graph'
        ? { sha256: model.manifest.graph.sha256, dataVersion: model.manifest.trained.data_version, codeVersion: model.manifest.trained.code_version }
        : null,
  }
}
