import { JudgeBy } from './judge-by'
import { SectionTabs } from './section-tabs'
import { ThresholdControl } from './threshold-control'
import head from '../../widgets/screen-head.module.css'
import styles from './thresholds-screen.module.css'

/** Where the threshold is set, with everything that it costs and gives in sight. */
export function ThresholdsScreen() {
  return (
    <div className={styles['screen']}>
      <header className={head['head']}>
        <h2>How sure must the model be before a shelf is checked?</h2>
        <p>Rows whose probability reaches the threshold become alerts. A higher one sends people to fewer, surer shelves, a lower one finds more and errs more.</p>
      </header>
      <JudgeBy />
      <ThresholdControl />
      <SectionTabs />
    </div>
  )
}
