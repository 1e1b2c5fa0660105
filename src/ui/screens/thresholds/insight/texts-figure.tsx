/** Mean probability for each of the texts that most rows have. */
import type { Dependence } from '../../../../domain/insight/insight-question'
import { countOf, formatCount, formatProbability, formatShare } from '../../../format/format-number'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { numberCell } from '../../../widgets/charts/table-twin'
import { BarList } from './bar-list'
import { whereMissingSentence } from './dependence-words'
import type { Evidence } from './evidence-read'

interface TextsFigureProps {
  readonly answer: Dependence
  readonly texts: readonly string[]
  readonly evidence: Evidence
  /** What the model is called. */
  readonly model: string
  readonly source: string
}

export function TextsFigure({ answer: { rows, mean, low, high, spread, whereMissing }, texts, evidence, model, source }: TextsFigureProps) {
  const highest = Math.max(...mean.filter((value) => !Number.isNaN(value)), Number.MIN_VALUE)
  const others = spread.rows - spread.missing - spread.counts.reduce((sum, count) => sum + count, 0)
  return (
    <ChartFigure
      framed={false}
      name={`${model} over ${evidence.phrase}`}
      source={source}
      description={
        <>
          Mean probability of {countOf(rows, 'row')} where all of them have the same text there, and nothing else is changed.
          {others > 0 && ` ${formatCount(others)} of ${formatCount(spread.rows)} rows have a text that is not shown.`} {whereMissingSentence(whereMissing)}
        </>
      }
      twin={{
        caption: `Mean probability of ${formatCount(rows)} rows for each text of ${evidence.name}`,
        columns: [evidence.name, 'Rows that have it', 'Mean probability', 'A tenth of the rows below', 'A tenth of the rows above'],
        rows: texts.map((text, at) => [
          text,
          numberCell(spread.counts[at]! / spread.rows, formatShare),
          numberCell(mean[at]!, formatProbability),
          numberCell(low[at]!, formatProbability),
          numberCell(high[at]!, formatProbability),
        ]),
      }}
    >
      <BarList bars={texts.map((text, at) => ({ key: text, name: text, width: (mean[at]! || 0) / highest, value: formatProbability(mean[at]!) }))} />
    </ChartFigure>
  )
}
