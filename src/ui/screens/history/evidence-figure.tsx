/** One model's score taken apart: a bar for each group of evidence, or column that a pipeline reads, and the same as a table that adds up. */
import type { Attribution } from '../../../domain/explain/attribution'
import type { ColumnAttribution } from '../../../domain/explain/column-attribution'
import { evidenceGroups } from '../../../domain/explain/evidence-groups'
import { countOf, formatProbability, noValue } from '../../format/format-number'
import { formatSigned } from '../../format/format-signed'
import { ChartFigure } from '../../widgets/charts/chart-figure'
import type { Evidence } from '../thresholds/insight/evidence-read'
import styles from './evidence-figure.module.css'

/** What one piece of evidence adds, in log-odds. */
interface Part {
  readonly name: string
  readonly what: string
  readonly value: number
}

/** A step from the typical item to the row. */
interface Step extends Part {
  /** Log-odds after this step. */
  readonly reached: number
}

/** Less than this is not drawn as days of their own: rounding of the runtime. */
const smallestOlder = 5e-5

/** The groups, the strongest first, and the days that were not weighed group by group where they moved anything. */
function partsOf({ shares, olderDays, daysLeftOut }: Attribution): readonly Part[] {
  const given = strongestFirst(evidenceGroups.map(({ id, name, what }) => ({ name, what, value: shares.find(({ group }) => group === id)?.value ?? 0 })))
  return Math.abs(olderDays) < smallestOlder ? given : [...given, { name: `The first ${countOf(daysLeftOut, 'day')}`, what: 'Days long ago, weighed together.', value: olderDays }]
}

const strongestFirst = (parts: readonly Part[]) => parts.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))

function stepsFrom(base: number, parts: readonly Part[]): readonly Step[] {
  let reached = base
  return parts.map((part) => ({ ...part, reached: (reached += part.value) }))
}

const probabilityOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds))
const points = (value: number) => formatSigned(value, (size) => size.toFixed(2))

interface EvidenceFigureProps {
  readonly attribution: Attribution
  /** What the model is called. */
  readonly name: string
}

export function EvidenceFigure({ attribution, name }: EvidenceFigureProps) {
  return <StepsFigure whole={attribution} parts={partsOf(attribution)} name={name} typical="All evidence as in the middle of what the model learned from." />
}

interface ColumnsFigureProps {
  readonly attribution: ColumnAttribution
  readonly name: string
  /** The columns that it reads, in words. */
  readonly read: readonly Pick<Evidence, 'key' | 'phrase' | 'meaning'>[]
}

/** The same of a pipeline, column by column. */
export function ColumnsFigure({ attribution, name, read }: ColumnsFigureProps) {
  const parts = attribution.shares.map(({ key, value }) => {
    const { phrase, meaning } = read.find((one) => one.key === key) ?? { phrase: key, meaning: '' }
    return { name: phrase, what: meaning, value }
  })
  return <StepsFigure whole={attribution} parts={strongestFirst(parts)} name={name} typical="All columns as in the middle of this extract; of texts the most frequent." />
}

interface StepsFigureProps {
  readonly whole: Pick<Attribution, 'base' | 'score' | 'probability'>
  readonly parts: readonly Part[]
  readonly name: string
  /** What a typical item is here. */
  readonly typical: string
}

function StepsFigure({ whole, parts, name, typical }: StepsFigureProps) {
  const steps = stepsFrom(whole.base, parts)
  const widest = Math.max(...steps.map(({ value }) => Math.abs(value)), Number.MIN_VALUE)
  const start = formatProbability(probabilityOf(whole.base))
  const end = formatProbability(whole.probability)
  return (
    <ChartFigure
      name={`How ${name} came to this`}
      description={`A typical item would get ${start}; this one gets ${end}. Bars to the right raised the probability, bars to the left lowered it. They are in log-odds and add up exactly: each whole point makes the odds 2.7 times as high.`}
      twin={{
        caption: 'From a typical item to this one, step by step',
        columns: ['Evidence', 'What it looks at', 'Adds, log-odds', 'Probability so far'],
        rows: [
          ['A typical item', typical, points(whole.base), start],
          ...steps.map(({ name: step, what, value, reached }) => [step, what, points(value), formatProbability(probabilityOf(reached))]),
          ['This item', 'The sum.', points(whole.score), end],
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
