import { rowsSources, hasRows, selectCurveSource } from '../../../store/bench-selectors'
import { mayEstimateGoals, rankedPrecisions, selectGoalsOn, type PrecisionSource } from '../../../store/precision-rank'
import { useAppStore } from '../../app-store-context'
import { Segmented } from '../../widgets/segmented'
import { CurveSource } from './curve-source'
import { precisionRankWords } from './precision-rank-words'
import { SectionLink } from './section-link'
import styles from './judge-by.module.css'

const names: Readonly<Record<PrecisionSource, string>> = { extract: 'Labels of this file', findings: 'What was found', estimate: 'Estimate on this extract', 'test-worlds': 'Test worlds' }
const order: readonly PrecisionSource[] = ['extract', 'findings', 'estimate', 'test-worlds']

/** What thresholds are judged by: one choice for the sentence, the table and, where its rows have labels, the pictures. */
export function JudgeBy() {
  const by = useAppStore((state): PrecisionSource => (selectGoalsOn(state, state.model) === 'estimate' ? 'estimate' : selectCurveSource(state)))
  const pictures = useAppStore(selectCurveSource)
  const chooseSource = useAppStore((state) => state.chooseBenchSource)
  const solveGoalsOn = useAppStore((state) => state.solveGoalsOn)
  // Texts, so that they are the same until another source has rows.
  const standing = useAppStore((state) => [...rowsSources.filter((one) => hasRows(state, one)), ...(mayEstimateGoals(state, state.model) ? ['estimate'] : [])].join(' '))
  const ranks = useAppStore((state) => precisionRankWords(rankedPrecisions(state, state.model)))
  const options = order.filter((one) => standing.split(' ').includes(one))

  function choose(value: PrecisionSource) {
    solveGoalsOn(value === 'estimate' ? 'estimate' : 'measured')
    if (value !== 'estimate') chooseSource(value)
  }

  return (
    <section aria-label="What thresholds are judged by" className={styles['whole']}>
      {options.length > 1 && (
        <div className={styles['choice']}>
          {/* The group itself has this name for screen readers. */}
          <span aria-hidden="true">Judge by</span>
          <Segmented label="Judge by" wraps options={options.map((value) => ({ value, label: names[value] }))} value={by} onChange={choose} />
          <details className={styles['ranks']}>
            <summary>Which of them counts?</summary>
            <p>{ranks}</p>
          </details>
        </div>
      )}
      <p className={styles['source']}>
        {by === 'estimate' ? (
          <>
            {`This extract has no labels, so thresholds are judged by what the probabilities of its own rows lead to expect, not by measurement: plan by the lower figure until some alerts are checked. The pictures below need known truth, so they are of ${pictures === 'findings' ? 'what was found in your stores' : 'our simulated test worlds'}. `}
            <SectionLink to="extract">How far is this extract from what the model learned?</SectionLink>
          </>
        ) : (
          <CurveSource />
        )}
      </p>
    </section>
  )
}
