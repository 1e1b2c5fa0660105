/** What the report asks of the engine beside what the state holds: how sure its figures are, and how far the extract stands from the training. */
import type { AppStoreState } from '../../../store/app-state'
import { selectCurve, selectCurveSource } from '../../../store/bench-selectors'
import { selectCalibrationShare, selectFeatureReference } from '../../../store/estimates-selectors'
import { selectSegments, selectThreshold, selectUsableModels } from '../../../store/selectors'
import { beyondWords, driftVerdict, historyWords } from '../thresholds/drift/drift-words'
import { expectedSentence, shareSentence } from '../thresholds/drift/expected-words'
import type { ReportModel } from './report-content'

type Intervals = ReadonlyMap<string, NonNullable<ReportModel['intervals']>>

/** Of every measured model at its threshold; a model with too few store-items behind a figure has none. */
export async function intervalsOf(state: AppStoreState): Promise<Intervals> {
  const source = selectCurveSource(state)
  const found = new Map<string, NonNullable<ReportModel['intervals']>>()
  for (const { id } of selectUsableModels(state)) {
    if (!selectCurve(state, id)) continue
    const sure = await orNull(state.study(source, 'interval', { model: id, threshold: selectThreshold(state, id), segments: selectSegments(state, id) }))
    if (!sure || sure.precision.tooFew || sure.recall.tooFew) continue
    found.set(id, { precision: { low: sure.precision.low, high: sure.precision.high }, recall: { low: sure.recall.low, high: sure.recall.high } })
  }
  return found
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
