import { useMemo } from 'react'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { payoffOf } from '../../../../store/payoff-state'
import { selectSegments, selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { useStudy } from '../../../use-study'
import { useMeasuredModels, type MeasuredModel } from '../measured-models'
import grid from '../section-grid.module.css'
import { ChecksFigure } from './checks-figure'
import { DaysToFindFigure } from './days-to-find-figure'
import { PayoffForm } from './payoff-form'
import { ProfitFigure } from './profit-figure'
import styles from './value-section.module.css'

/** As many checks and days as the pictures go to. */
const mostChecks = 50
const mostDays = 28

/** What a threshold is worth: in money, in checks that hit, in days until something is found. */
export function ValueSection() {
  const chosen = useAppStore((state) => state.model)
  const model = useMeasuredModels().find(({ id }) => id === chosen)
  return (
    <>
      <div className={grid['wideLast']}>
        <PayoffForm />
        {model ? <Profit model={model} /> : <p className={styles['waiting']}>There are no rows whose truth is known to reckon with.</p>}
      </div>
      {model && (
        <div className={grid['pair']}>
          <Checks model={model} />
          <Days model={model} />
        </div>
      )}
    </>
  )
}

function Profit({ model }: { readonly model: MeasuredModel }) {
  const source = useAppStore(selectCurveSource)
  const table = useAppStore((state) => state.payoff)
  const question = useMemo(() => ({ model: model.id, payoff: payoffOf(table) }), [model.id, table])
  const { answer, of, pending } = useStudy(source, 'profit', question)
  if (answer !== null && of?.model === model.id) return <ProfitFigure model={model} curve={answer} />
  return (
    <p className={styles['waiting']}>
      {pending ? 'Reckoning …' : 'Nothing can be said in money: no phantom row has what its worth is computed from. A find worth the same each time can always be reckoned.'}
    </p>
  )
}

function Checks({ model }: { readonly model: MeasuredModel }) {
  const source = useAppStore(selectCurveSource)
  const { answer, of, pending } = useStudy(source, 'precisionAtChecks', { model: model.id, most: mostChecks })
  if (answer !== null && answer.length > 0 && of?.model === model.id) return <ChecksFigure model={model} checks={answer} />
  return <p className={styles['waiting']}>{pending ? 'Counting checks …' : 'Precision by checks a day is not known of these rows.'}</p>
}

function Days({ model }: { readonly model: MeasuredModel }) {
  const source = useAppStore(selectCurveSource)
  const threshold = useAppStore((state) => selectThreshold(state, model.id))
  const segments = useAppStore((state) => selectSegments(state, model.id))
  const { answer, of, pending } = useStudy(source, 'daysToFind', { model: model.id, threshold, segments, most: mostDays })
  if (answer !== null && of?.model === model.id) return <DaysToFindFigure model={model} found={answer} />
  return <p className={styles['waiting']}>{pending ? 'Following spells …' : 'There is no spell of three phantom days or more to find.'}</p>
}
