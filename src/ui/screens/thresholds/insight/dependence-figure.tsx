/** Mean probability over the values of a feature, the rows behind it as faint lines, and how the values lie in the extract. */
import { useMemo } from 'react'
import type { FeatureSpec } from '../../../../domain/features/feature-spec'
import type { Dependence } from '../../../../domain/insight/insight-question'
import { formatCount, formatProbability, formatShare } from '../../../format/format-number'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import { DayBars } from '../../../widgets/charts/day-bars'
import { PlotChart, type PlotPoint, type PlotSeries } from '../../../widgets/charts/plot-chart'
import { roundScale } from '../../../widgets/charts/plot-scale'
import { SeriesLegend } from '../../../widgets/charts/series-legend'
import { numberCell } from '../../../widgets/charts/table-twin'
import { dependenceSentence, formatValue } from './dependence-words'
import styles from './insight-section.module.css'

interface DependenceFigureProps {
  readonly answer: Dependence
  readonly spec: FeatureSpec
  /** What the model is called. */
  readonly model: string
  readonly source: string
}

const meanLook = { colour: 'var(--chart-1)', dash: null }
const lineLook = { colour: 'var(--chart-muted)', dash: null }
const mean: PlotSeries = { key: 'mean', name: 'Mean over the rows', look: meanLook, strong: true, band: 'spread' }
const axisProbability = (value: number) => value.toFixed(2)

export function DependenceFigure({ answer, spec, model, source }: DependenceFigureProps) {
  const { values, rows, lines, low, high, spread } = answer
  const points = useMemo(
    () =>
      Array.from(values, (x, at): PlotPoint => {
        const single = Object.fromEntries(lines.map((line, row) => [`row${row}`, line[at] ?? null]))
        return { ...single, x, mean: answer.mean[at]!, spread: [low[at]!, high[at]!] }
      }),
    [answer, values, lines, low, high],
  )
  const series = useMemo(() => [...lines.map((_, row): PlotSeries => ({ key: `row${row}`, name: `Row ${row + 1}`, look: lineLook, muted: true })), mean], [lines])
  if (values.length === 0) return <p>{rows === 0 ? 'No row is tried: there are none of this choice.' : `None of the rows tried has a value of this feature; without it the mean probability is ${formatProbability(answer.whereMissing)}.`}</p>
  const first = values[0]!
  const last = values.at(-1)!
  const highest = Math.max(...high, ...lines.flatMap((line) => [...line]))
  const most = Math.max(...spread.counts)
  return (
    <ChartFigure
      framed={false}
      name={`${model} over ${spec.phrase}`}
      source={source}
      description={
        <>
          {dependenceSentence(answer, spec)} Each faint line is one row with nothing else changed; the band holds eight rows in ten.{' '}
          {spread.missing === 0 ? 'None' : formatShare(spread.missing / spread.rows)} of {formatCount(spread.rows)} rows {spread.missing === 0 ? 'is' : 'are'} without a value; with the value taken away the mean is{' '}
          {formatProbability(answer.whereMissing)}.
        </>
      }
      legend={<SeriesLegend entries={[{ ...mean, strong: true }, { key: 'row', name: 'Single rows', look: lineLook }]} />}
      twin={{
        caption: `Mean probability of ${formatCount(rows)} rows at each value of ${spec.name}`,
        columns: [spec.name, 'Mean probability', 'A tenth of the rows below', 'A tenth of the rows above'],
        rows: Array.from(values, (value, at) => [
          numberCell(value, formatValue),
          numberCell(answer.mean[at]!, formatProbability),
          numberCell(low[at]!, formatProbability),
          numberCell(high[at]!, formatProbability),
        ]),
      }}
    >
      <PlotChart
        title={`${model} over ${spec.phrase}`}
        points={points}
        series={series}
        xScale={roundScale(first, last)}
        yScale={roundScale(0, Math.min(1, highest))}
        xLabel={`${spec.name}, ${spec.unit}`}
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
