import { useMemo } from 'react'
import { precision } from '../../../../domain/metrics/confusion-measures'
import { countsAt } from '../../../../domain/metrics/counts-at'
import { selectCurvesOf, selectCurveSource } from '../../../../store/bench-selectors'
import { checkedAtThreshold, selectCalibrationShare } from '../../../../store/estimates-selectors'
import { selectFindings } from '../../../../store/findings-selectors'
import { selectJudgedCurve } from '../../../../store/segments-selectors'
import { selectSegments, selectThreshold, selectUsableModels } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatThreshold, formatWholePercent } from '../../../format/format-score'
import { useModelName } from '../../../use-model-name'
import { MeasuredTable } from '../../../widgets/measured-table'
import { ReportSection } from '../../../widgets/report-section'
import styles from '../../../widgets/report.module.css'
import { sourceName } from '../source-name'
import { estimatedColour, expectedColumns, expectedRows, measuredColour, type NamedCurve } from './expected-rows'
import { againstLabelsSentence, checksSentence, expectedSentence, shareSentence } from './expected-words'
import { useExpected } from './use-expected'

const uncertainChecks = 'What was found on the shelves is not set beside this: findings do not tell the segment of an item, so it cannot be said which of them today’s thresholds would list.'

/** What to expect of the threshold on this very extract, without labels. */
export function ExpectedPanel() {
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, model))
  const calibrationShare = useAppStore((state) => selectCalibrationShare(state, model))
  const findings = useAppStore(selectFindings)
  const isScored = useAppStore((state) => state.phase.phase === 'ready' && state.phase.scored.rows === 'all')
  const isPipeline = useAppStore((state) => selectUsableModels(state).some(({ id, kind }) => id === model && kind === 'pipeline'))
  const modelName = useModelName()
  const segments = useAppStore((state) => selectSegments(state, model))
  const expected = useExpected(model, threshold, segments, calibrationShare)
  const measured = useMeasured(model)
  const byLabels = useAppStore((state) => (selectCurveSource(state) === 'extract' ? (selectJudgedCurve(state, model)?.curve ?? null) : null))
  const labels = expected !== null && byLabels !== null ? againstLabelsSentence(expected, precision(countsAt(byLabels, threshold))) : null
  const checks = checkedAtThreshold(findings, model, threshold, segments)
  return (
    <ReportSection id="expected-here" title="What to expect on this extract">
      <p className={styles['about']}>
        {isPipeline
          ? `The probabilities of ${modelName(model)} are taken as they come: whether of rows with .8 eight in ten are phantom, nobody here has measured. What follows holds for calibrated ones. `
          : 'Probabilities are calibrated: of rows with .8, eight of ten should be phantom. '}
        So the mean probability of the alerts is the precision to expect, with
        no label at all. Where phantom rows are rarer or more frequent than where the model was calibrated, its probabilities are shifted with them (expectation
        and maximisation, Saerens et al. 2002). All of it rests on the model, and on
        stores that behave like those of its training. Intervals cover which store-items happen to be in the extract, not how far the model itself may be off:
        check some alerts on the shelf, and the estimate follows what is found.
      </p>
      {calibrationShare === null ? (
        <p className={styles['absent']}>
          {modelName(model)} does not say how frequent phantom rows were where it was calibrated (“picked_on” in its threshold.json), so nothing can be estimated
          with it here.
        </p>
      ) : expected === null ? (
        <p className={styles['absent']} role="status">
          {isScored ? 'Estimating …' : 'This is estimated once all rows of the extract are scored.'}
        </p>
      ) : (
        <>
          <p className={styles['sentence']}>{expectedSentence(expected)}</p>
          {labels !== null && <p className={styles['about']}>{labels}</p>}
          <p className={styles['about']}>{shareSentence(expected)}</p>
          <p className={styles['about']}>{checks ? checksSentence(checks.checked, checks.real) : uncertainChecks}</p>
        </>
      )}
      <MeasuredTable
        caption={`${modelName(model)} at ${segments ? `thresholds by segment, all others at ${formatThreshold(threshold)}` : `threshold ${formatThreshold(threshold)}`}`}
        rowsAre="How it is known"
        columns={expectedColumns}
        groups={[{ key: 'all', name: null, rows: expectedRows(threshold, expected, checks ?? { checked: 0, real: 0 }, measured) }]}
        picture={{
          name: 'Precision',
          scale: { from: 0, to: 1 },
          format: formatWholePercent,
          legend: [
            { name: 'estimate', colour: estimatedColour, shape: 'dot' },
            { name: 'by the probabilities alone', colour: estimatedColour, shape: 'ring' },
            { name: 'measured', colour: measuredColour, shape: 'tick' },
          ],
        }}
      />
    </ReportSection>
  )
}

/** What the model was measured by: the source in use, and the test worlds beside it. */
function useMeasured(model: string): readonly NamedCurve[] {
  const source = useAppStore(selectCurveSource)
  const own = useAppStore((state) => selectJudgedCurve(state, model)?.curve ?? null)
  const bySegment = useAppStore((state) => selectSegments(state, model) !== null)
  const worlds = useAppStore((state) => selectCurvesOf(state, 'test-worlds')[model] ?? null)
  const file = useAppStore((state) => state.file?.name ?? null)
  return useMemo(() => {
    const named = (key: typeof source, curve: typeof own): readonly NamedCurve[] =>
      curve ? [{ key, source: sourceName(key, curve.positives + curve.negatives, file), curve }] : []
    // Of other rows than those in use the alerts of thresholds by segment are not counted.
    return source === 'test-worlds' || bySegment ? named(source, own) : [...named(source, own), ...named('test-worlds', worlds)]
  }, [source, own, bySegment, worlds, file])
}
