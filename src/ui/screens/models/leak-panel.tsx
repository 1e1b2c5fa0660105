import type { LeakStep, LeakSteps } from '../../../domain/metrics/leak-steps'
import { formatCount, formatShare, formatUnits, noValue } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import { MeasureTerms } from '../../widgets/measure-glossary'
import { promiseSentence, stepOf, stepWords } from './leak-words'
import { MeasuredTable, type TableRow } from '../../widgets/measured-table'
import { NotMeasured, ReportSection } from '../../widgets/report-section'
import report from '../../widgets/report.module.css'
import styles from './leak-panel.module.css'

type Figure = number | null | undefined

const columns: readonly { readonly name: string; readonly of: (step: LeakStep) => Figure; readonly format: (value: number) => string }[] = [
  { name: 'Precision', of: (step) => step.precision, format: formatShare },
  { name: 'Recall', of: (step) => step.recall, format: formatShare },
  { name: 'F1', of: (step) => step.f1, format: formatScore },
  { name: 'AUC', of: (step) => step.auc, format: formatScore },
  { name: 'AP', of: (step) => step.average_precision, format: formatScore },
  { name: 'Rows labelled', of: (step) => step.base_rate, format: formatShare },
]

const contrasts = [
  { id: 'as_published', title: 'As it would be reported', look: 'loud' },
  { id: 'as_published_on_shelf', title: 'The same model, held against the shelf', look: 'quiet' },
  { id: 'honest', title: 'The same learner, taught and measured honestly', look: 'quiet' },
] as const

/** How a well-known way of measuring turns the same data into a figure that no shelf bears out. */
export function LeakPanel({ leak }: { readonly leak: LeakSteps | undefined }) {
  return (
    <ReportSection id="too-good" title="How a figure gets too good to be true">
      {leak ? <Story leak={leak} /> : <NotMeasured what="The leak, acted out beside the honest way," />}
    </ReportSection>
  )
}

function Story({ leak }: { readonly leak: LeakSteps }) {
  const promise = promiseSentence(leak)
  return (
    <>
      <p className={report['about']}>
        Figures for phantom inventory are often better than the models behind them. One well-known way of measuring has four leaks, through each of which the
        answer reaches the model. We acted it out on our own worlds: one {leak.learner} of {formatCount(leak.rounds)} rounds, the same{' '}
        {formatCount(leak.training_rows)} rows, and the leaks closed one after the other. It is smaller than the models above: compare the
        lines with one another.
      </p>
      {promise !== null && <p className={report['sentence']}>{promise}</p>}
      <ul className={styles['contrast']}>
        {contrasts.map(({ id, title, look }) => {
          const step = stepOf(leak, id)
          return step && <Contrast key={id} title={title} step={step} loud={look === 'loud'} />
        })}
      </ul>
      <p className={report['about']}>
        The rule that stands in for the truth: <q>{leak.rule}</q>.
        {typeof leak.rule_rows_truly_phantom === 'number' && ` Of the rows that it labels in the test worlds, ${formatShare(leak.rule_rows_truly_phantom)} are phantom.`}
      </p>
      <MeasuredTable
        caption="The leaks closed one after the other"
        rowsAre="Measured how"
        columns={columns.map(({ name }) => name)}
        groups={[{ key: 'steps', name: null, rows: leak.steps.map(stepRow) }]}
        picture={{ name: 'AP', scale: { from: 0, to: 1 }, format: formatUnits, legend: [] }}
      />
      <MeasureTerms terms={['Precision', 'Recall', 'F1', 'AUC', 'AP']} />
    </>
  )
}

function Contrast({ title, step, loud }: { readonly title: string; readonly step: LeakStep; readonly loud: boolean }) {
  return (
    <li className={loud ? styles['loud'] : styles['card']}>
      <h3>{title}</h3>
      <dl>
        {columns.slice(0, 4).map(({ name, of, format }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figureText(of(step), format)}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function stepRow(step: LeakStep, at: number): TableRow {
  const { name, about } = stepWords(step)
  const ap = step.average_precision
  const honest = step.id === 'honest'
  return {
    key: step.id,
    name: `${at + 1}. ${name}`,
    ...(about === '' ? {} : { note: about }),
    cells: columns.map(({ of, format }) => ({ text: figureText(of(step), format) })),
    marks: typeof ap === 'number' ? [{ key: 'ap', value: ap, colour: honest ? 'var(--chart-1)' : 'var(--chart-2)', shape: honest ? 'dot' : 'ring' }] : [],
  }
}

function figureText(value: Figure, format: (value: number) => string): string {
  return typeof value === 'number' ? format(value) : noValue
}
