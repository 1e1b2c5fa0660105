import { useMemo } from 'react'
import type { Ranking } from '../../../../domain/bench/ranking'
import { averagePrecision } from '../../../../domain/metrics/average-precision'
import { rocAuc } from '../../../../domain/metrics/roc-auc'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { useAppStore } from '../../../app-store-context'
import { formatScore } from '../../../format/format-score'
import { useStudy } from '../../../use-study'
import { intervalInWords } from '../interval-words'
import type { MeasuredModel } from '../measured-models'

const figures = {
  averagePrecision: { name: 'AP', of: averagePrecision },
  auc: { name: 'AUC', of: rocAuc },
} as const satisfies Record<keyof Ranking, unknown>

/** A figure over all thresholds beside the name of a model, and how sure it is once that is known. */
export function RankingNote({ model: { id, curve }, figure }: { readonly model: MeasuredModel; readonly figure: keyof Ranking }) {
  const source = useAppStore(selectCurveSource)
  const { answer, of, pending } = useStudy(source, 'ranking', { model: id })
  const value = useMemo(() => figures[figure].of(curve), [figure, curve])
  const interval = pending || of?.model !== id || answer === null ? '' : intervalInWords(answer[figure], formatScore)
  return (
    <span aria-busy={pending}>
      {figures[figure].name} {formatScore(value)}
      {interval !== '' && ` (${interval})`}
    </span>
  )
}
