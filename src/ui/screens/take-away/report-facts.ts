/** What the report asks of the engine beside what the state holds: how sure its figures are, and how far the extract stands from the training. */
import type { CompareQuestion } from '../../../domain/bench/compare'
import type { Segments } from '../../../domain/bench/segments'
import { segmentRespects } from '../../../domain/segments/segment'
import type { AppStoreState } from '../../../store/app-state'
import { selectCurve, selectCurveSource } from '../../../store/bench-selectors'
import { selectCalibrationShare, selectFeatureReference } from '../../../store/estimates-selectors'
import { payoffOf } from '../../../store/payoff-state'
import { selectSegments, selectThreshold, selectUsableModels } from '../../../store/selectors'
import { beyondWords, driftVerdict, historyWords } from '../thresholds/drift/drift-words'
import { expectedSentence, shareSentence } from '../thresholds/drift/expected-words'
import type { ReportExtras } from './gather-report'
import type { ReportModel, ReportStudies } from './report-content'

/** Of every measured model, how sure its figures are: as it alerts, and over all thresholds. */
export async function sureOf(state: AppStoreState): Promise<ReportExtras['sure']> {
  const source = selectCurveSource(state)
  const found = new Map<string, Pick<ReportModel, 'intervals' | 'ranking'>>()
  for (const { id } of selectUsableModels(state)) {
    if (!selectCurve(state, id)) continue
    const intervals = await orNull(state.study(source, 'interval', { model: id, threshold: selectThreshold(state, id), segments: selectSegments(state, id) }))
    found.set(id, { intervals, ranking: await orNull(state.study(source, 'ranking', { model: id })) })
  }
  return found
}

/** What the sections of the screen ask, asked for the setting as it is now; one after another, so that the slider has its turn in between. */
export async function studiesOf(state: AppStoreState): Promise<ReportStudies> {
  const source = selectCurveSource(state)
  const { model, goals, payoff } = state
  const threshold = selectThreshold(state, model)
  const models = selectUsableModels(state).map(({ id }) => ({ model: id, threshold: selectThreshold(state, id) }))
  const compared = (at: CompareQuestion['at']) => orNull(state.study(source, 'compare', { models, at }))
  const own = models.length > 1 ? await compared('own') : null
  const equal = own && own.models.length > 1 ? await compared({ like: model }) : null
  const segments: Segments[] = []
  for (const by of segmentRespects) {
    const apart = await orNull(state.study(source, 'segments', { model, by, threshold, inUse: selectSegments(state, model), floor: goals.precision }))
    if (apart && apart.segments.length > 0) segments.push(apart)
  }
  return {
    comparison: own && equal && { own, equal },
    segments,
    floor: goals.precision,
    payoff: { table: payoff, curve: await orNull(state.study(source, 'profit', { model, payoff: payoffOf(payoff) })) },
  }
}

/** The sentences of "This extract" on the screen, of the chosen model; empty where no extract is scored. */
export async function extractSentences(state: AppStoreState): Promise<readonly string[]> {
  const { model, phase } = state
  if (phase.phase !== 'ready' || phase.scored.rows !== 'all') return []
  const calibrationShare = selectCalibrationShare(state, model)
  const reference = selectFeatureReference(state, model)
  const expected = calibrationShare === null ? null : await orNull(state.expected({ model, threshold: selectThreshold(state, model), segments: selectSegments(state, model), calibrationShare }))
  const drift = reference === null ? null : await orNull(state.drift(reference))
  const verdict = drift && drift.features.length > 0 ? driftVerdict(drift.features) : null
  return [
    ...(expected ? [expectedSentence(expected), shareSentence(expected)] : []),
    ...(drift && verdict ? [verdict.sentence, verdict.advice, historyWords(drift.history), beyondWords(drift.features)] : []),
  ].filter((sentence): sentence is string => sentence !== null && sentence !== '')
}

/** The store has said why there is no answer; the report is made without it. */
async function orNull<Value>(answer: Promise<Value>): Promise<Value | null> {
  return answer.catch(() => null)
}
