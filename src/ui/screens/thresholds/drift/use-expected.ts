import { useEffect, useRef, useState } from 'react'
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import type { SegmentThresholds } from '../../../../domain/segments/segment-thresholds'
import { StudyLine } from '../../../../store/study-line'
import { useAppStore } from '../../../app-store-context'

interface Asked {
  readonly model: string
  readonly threshold: number
  readonly segments: SegmentThresholds | null
  readonly calibrationShare: number
  /** The scores that it is asked of. */
  readonly scored: object
}

/**
 * What to expect of a model's threshold on the open extract, once all of it is scored. The last answer for
 * the model stays while a newer one is under way; null before the first, and where `calibrationShare` is not known.
 */
export function useExpected(model: string, threshold: number, segments: SegmentThresholds | null, calibrationShare: number | null): ExpectedAtThreshold | null {
  const ask = useAppStore((state) => state.expected)
  const scored = useAppStore((state) => (state.phase.phase === 'ready' && state.phase.scored.rows === 'all' ? state.phase.scored : null))
  const [last, setLast] = useState<{ readonly asked: Asked; readonly answer: ExpectedAtThreshold } | null>(null)
  const line = useRef<StudyLine<Asked, ExpectedAtThreshold> | null>(null)

  useEffect(() => {
    const made = new StudyLine<Asked, ExpectedAtThreshold>(
      (asked) => ask({ model: asked.model, threshold: asked.threshold, segments: asked.segments, calibrationShare: asked.calibrationShare }),
      (asked, answer) => setLast({ asked, answer }),
      // The store has said why.
      () => undefined,
    )
    line.current = made
    return () => made.close()
  }, [ask])

  useEffect(() => {
    if (scored !== null && calibrationShare !== null) line.current?.ask({ model, threshold, segments, calibrationShare, scored })
  }, [model, threshold, segments, calibrationShare, scored])

  return last && last.asked.model === model && last.asked.scored === scored ? last.answer : null
}
