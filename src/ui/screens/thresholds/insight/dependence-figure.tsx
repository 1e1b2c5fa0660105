/** Mean probability over the values of a feature, the rows behind it as faint lines, and how the values lie in the extract. */
import { useMemo } from 'react'
import type { Dependence } from '../../../../domain/insight/insight-question'
import { formatCount, formatProbability, formatShare } from '../../../format/format-number'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { DayBars } from '../../../widgets/charts/day-bars'
import { PlotChart, type PlotPoint, type PlotSeries } from '../../../widgets/charts/plot-chart'
import { roundScale } from '../../../widgets/charts/plot-scale'
import { SeriesLegend } from '../../../widgets/charts/series-legend'
import { numberCell } from '../../../widgets/charts/table-twin'
import { dependenceSentence, formatValue, whereMissingSentence } from './dependence-words'
import type { Evidence } from './evidence-read'
import styles from './insight-section.module.css'
import { TextsFigure } from './texts-figure'

interface DependenceFigureProps {
  readonly answer: Dependence
  readonly evidence: Evidence
  /** What the model is called. */
  readonly model: string
  readonly source: string
}

const meanLook = { colour: 'var(--chart-1)', dash: null }
const lineLook = { colour: 'var(--chart-muted)', dash: null }
const mean: PlotSeries = { key: 'mean', name: 'Mean over the rows', look: meanLook, strong: true, band: 'spread' }
/** What a chart draws of a number: nothing where there is none. */
const drawn = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
const axisProbability = (value: number) => value.toFixed(2)

export function DependenceFigure({ answer, evidence, model, source }: DependenceFigureProps) {
  const { values, rows, texts, whereMissing } = answer
  if (values.length === 0) return <p>{rows === 0 ? 'No row is tried: there are none of this choice.' : `None of the rows tried has a value of this. ${whereMissingSentence(whereMissing)}`}</p>
  if (texts) return <TextsFigure answer={answer} texts={texts} evidence={evidence} model={model} source={source} />
  return <ValuesFigure answer={answer} evidence={evidence} model={model} source={source} />
}

function ValuesFigure({ answer, evidence, model, source }: DependenceFigureProps) {
  const { values, rows, lines, low, high, spread } = answer
  const points = useMemo(
    () =>
      Array.from(values, (x, at): PlotPoint => {
        const single = Object.fromEntries(lines.map((line, row) => [`row${row}`, drawn(line[at])]))
        const inBand = drawn(low[at]) === null ? null : ([low[at]!, high[at]!] as const)
        return { ...single, x, mean: drawn(answer.mean[at]), spread: inBand }
      }),
    [answer, values, lines, low, high],
  )
  const series = useMemo(() => [...lines.map((_, row): PlotSeries => ({ key: `row${row}`, name: `Row ${row + 1}`, look: lineLook, muted: true })), mean], [lines])
  const first = values[0]!
  const last = values.at(-1)!
  const highest = Math.max(...[...high, ...lines.flatMap((line) => [...line])].filter((value) => !Number.isNaN(value)))
  const most = Math.max(...spread.counts)
  return (
    <ChartFigure
      framed={false}
      name={`${model} over ${evidence.phrase}`}
      source={source}
      description={
        <>
          {dependenceSentence(answer, evidence)} Each faint line is one row with nothing else changed; the band holds eight rows in ten.{' '}
          {spread.missing === 0 ? 'None' : formatShare(spread.missing / spread.rows)} of {formatCount(spread.rows)} rows {spread.missing === 0 ? 'is' : 'are'} without a value. {whereMissingSentence(answer.whereMissing)}
        </>
      }
      legend={<SeriesLegend entries={[{ ...mean, strong: true }, { key: 'row', name: 'Single rows', look: lineLook }]} />}
      twin={{
        caption: `Mean probability of ${formatCount(rows)} rows at each value of ${evidence.name}`,
        columns: [evidence.name, 'Mean probability', 'A tenth of the rows below', 'A tenth of the rows above'],
        rows: Array.from(values, (value, at) => [
          numberCell(value, formatValue),
          numberCell(answer.mean[at]!, formatProbability),
          numberCell(low[at]!, formatProbability),
          numberCell(high[at]!, formatProbability),
        ]),
      }}
    >
      <PlotChart
        title={`${model} over ${evidence.phrase}`}
        points={points}
        series={series}
        xScale={roundScale(first, last)}
        yScale={roundScale(0, Math.min(1, highest))}
        xLabel={evidence.unit === '' ? evidence.phrase : `${evidence.name}, ${evidence.unit}`}
        yLabel="Probability"
        xFormat={formatValue}
        yFormat={axisProbability}
        dots={values.length < 8}
      />
      {first < last && (
        <div className={styles['spread']}>
          <p className={styles['about']}>How the values of {formatCount(spread.rows - spread.missing)} rows lie in the extract</p>
          <DayBars bars={Array.from(spread.counts, (count, bin) => ({ key: String(bin), height: count / most }))} ends={[`${formatValue(first)} or less`, `${formatValue(last)} or more`]} />
        </div>
      )}
    </ChartFigure>
  )
}
