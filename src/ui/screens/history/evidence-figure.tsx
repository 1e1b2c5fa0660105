/** One model's score taken apart: a bar for each group of evidence, and the same as a table that adds up. */
import type { Attribution } from '../../../domain/explain/attribution'
import { evidenceGroups } from '../../../domain/explain/evidence-groups'
import { countOf, formatProbability, noValue } from '../../format/format-number'
import { formatSigned } from '../../format/format-signed'
import { ChartFigure } from '../../widgets/charts/chart-figure'
import styles from './evidence-figure.module.css'

/** A step from the typical item to the row. */
interface Step {
  readonly name: string
  readonly what: string
  readonly value: number
  /** Log-odds after this step. */
  readonly reached: number
}

/** Less than this is not drawn as days of their own: rounding of the runtime. */
const smallestOlder = 5e-5

/** The groups, the strongest first, and the days that were not weighed group by group where they moved anything. */
function stepsOf({ base, shares, olderDays, daysLeftOut }: Attribution): readonly Step[] {
  const given = evidenceGroups.map(({ id, name, what }) => ({ name, what, value: shares.find(({ group }) => group === id)?.value ?? 0 }))
  given.sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
  if (Math.abs(olderDays) >= smallestOlder) given.push({ name: `The first ${countOf(daysLeftOut, 'day')}`, what: 'Days long ago, weighed together.', value: olderDays })
  let reached = base
  return given.map((step) => ({ ...step, reached: (reached += step.value) }))
}

const probabilityOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds))
const points = (value: number) => formatSigned(value, (size) => size.toFixed(2))

interface EvidenceFigureProps {
  readonly attribution: Attribution
  /** What the model is called. */
  readonly name: string
}

export function EvidenceFigure({ attribution, name }: EvidenceFigureProps) {
  const steps = stepsOf(attribution)
  const widest = Math.max(...steps.map(({ value }) => Math.abs(value)), Number.MIN_VALUE)
  const start = formatProbability(probabilityOf(attribution.base))
  const end = formatProbability(attribution.probability)
  return (
    <ChartFigure
      name={`How ${name} came to this`}
      description={`A typical item would get ${start}; this one gets ${end}. Bars to the right raised the probability, bars to the left lowered it. They are in log-odds and add up exactly: each whole point makes the odds 2.7 times as high.`}
      twin={{
        caption: 'From a typical item to this one, step by step',
        columns: ['Evidence', 'What it looks at', 'Adds, log-odds', 'Probability so far'],
        rows: [
          ['A typical item', 'All evidence as in the middle of what the model learned from.', points(attribution.base), start],
          ...steps.map(({ name: step, what, value, reached }) => [step, what, points(value), formatProbability(probabilityOf(reached))]),
          ['This item', 'The sum.', points(attribution.score), end],
        ],
      }}
    >
      <ul className={styles['bars']} aria-hidden="true">
        {steps.map(({ name: step, value }) => (
          <li key={step} className={styles['row']}>
            <span>{step}</span>
            <span className={styles['track']}>
              <span
                className={value < 0 ? styles['lowers'] : styles['raises']}
                style={{ width: `${(Math.abs(value) / widest) * 50}%` }}
              />
            </span>
            <span className={styles['value']}>{Math.abs(value) < 0.005 ? noValue : points(value)}</span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}
