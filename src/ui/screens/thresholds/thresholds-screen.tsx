import { rankedPrecisions } from '../../../store/precision-rank'
import { useAppStore } from '../../app-store-context'
import { CurveSource } from './curve-source'
import { precisionRankWords } from './precision-rank-words'
import { SectionTabs } from './section-tabs'
import { SourceChoice } from './source-choice'
import { ThresholdControl } from './threshold-control'
import head from '../../widgets/screen-head.module.css'
import styles from './thresholds-screen.module.css'

/** Where the threshold is set, with everything that it costs and gives in sight. */
export function ThresholdsScreen() {
  // One text, so that it is the same until another source has rows.
  const ranks = useAppStore((state) => precisionRankWords(rankedPrecisions(state, state.model)))
  return (
    <div className={styles['screen']}>
      <header className={head['head']}>
        <h2>How sure must the model be before a shelf is checked?</h2>
        <p>
          Every row has a probability of being phantom. Rows at or above the threshold become alerts: a higher threshold sends people to fewer, surer shelves,
          a lower one finds more at the price of more false alarms.
        </p>
      </header>
      <ThresholdControl />
      <div className={styles['source']}>
        <p>
          <CurveSource />
        </p>
        <p>{ranks}</p>
      </div>
      <SourceChoice />
      <SectionTabs />
    </div>
  )
}
