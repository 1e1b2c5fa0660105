/** Stock, sales and probability by day, one under another on the same days. */
import { useMemo, useState } from 'react'
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { SeriesHistory } from '../../../domain/alerts/alert-row'
import type { EpochDay } from '../../../domain/table/extract-table'
import { selectThreshold, selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatDay, formatDayOfYear } from '../../format/format-day'
import { formatProbability, formatUnits } from '../../format/format-number'
import { modelName } from '../../format/model-name'
import { Button } from '../../widgets/button'
import { ChartFigure } from '../../widgets/charts/chart-figure'
import { seriesLook } from '../../widgets/charts/series-look'
import { SeriesLegend } from '../../widgets/charts/series-legend'
import { useDrawingTurn } from '../../widgets/charts/use-drawing-turn'
import { historyWindow } from './history-window'
import styles from './history-charts.module.css'

interface HistoryChartsProps {
  readonly history: SeriesHistory
  /** The judged day. */
  readonly day: EpochDay
}

/** One day as recharts reads it; null leaves a gap. */
type Point = { readonly day: EpochDay } & Readonly<Record<string, number | null>>

const known = (value: number) => (Number.isNaN(value) ? null : value)
const stockLook = { colour: 'var(--chart-1)', dash: null }
const receivedLook = { colour: 'var(--chart-2)', dash: null }
const soldLook = { colour: 'var(--chart-1)', dash: null }
const forecastLook = { colour: 'var(--chart-2)', dash: '6 3' }

export function HistoryCharts({ history, day }: HistoryChartsProps) {
  const [all, setAll] = useState(false)
  const models = useAppStore(selectUsableModels)
  const chosen = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const { from, to } = historyWindow(history, day, all)
  const longer = historyWindow(history, day, true)
  const days = longer.to - longer.from

  const points = useMemo(() => {
    const made: Point[] = []
    for (let i = from; i < to; i++) {
      made.push({
        day: history.day[i]!,
        onHand: known(history.onHand[i]!),
        received: known(history.unitsReceived[i]!),
        sold: known(history.unitsSold[i]!),
        forecast: known(history.forecastUnits[i]!),
        ...Object.fromEntries(Object.entries(history.probabilities).map(([id, values]) => [id, known(values[i]!)])),
      })
    }
    return made
  }, [history, from, to])

  const twin = useMemo(
    () => ({
      caption: 'One row a day, the latest first',
      columns: ['Day', 'On-hand', 'Received', 'Sold', 'Forecast', ...models.map(({ id }) => modelName(id))],
      rows: [...points]
        .reverse()
        .map((point) => [
          formatDay(point.day),
          ...['onHand', 'received', 'sold', 'forecast'].map((key) => formatUnits(point[key] ?? NaN)),
          ...models.map(({ id }) => formatProbability(point[id] ?? NaN)),
        ]),
    }),
    [points, models],
  )
  const modelLooks = models.map(({ id }, i) => ({ id, look: seriesLook(i) }))
  const forecastName = history.forecastIsOurs ? 'Our forecast' : 'Forecast'

  return (
    <div className={styles['charts']}>
      <ChartFigure
        name={!all ? 'The last eight weeks' : days < history.day.length ? `The last ${days} days` : 'All days'}
        description="On-hand that stands still while sales stop is the mark of stock that is not there. The table has every figure of the three pictures."
        twin={twin}
      >
        {(longer.from < from || longer.to > to || all) && (
          <div>
            <Button onClick={() => setAll(!all)}>{all ? 'Show eight weeks' : `Show ${days < history.day.length ? 'the last' : 'all'} ${days} days`}</Button>
          </div>
        )}
        <h4 className={styles['name']}>Stock on record and deliveries, units</h4>
        <SeriesLegend
          entries={[
            { key: 'onHand', name: 'On-hand at close', look: stockLook },
            { key: 'received', name: 'Received', look: receivedLook },
          ]}
        />
        <DayChart points={points}>
          <Bar dataKey="received" name="Received" fill={receivedLook.colour} isAnimationActive={false} />
          <Line dataKey="onHand" name="On-hand" type="stepAfter" stroke={stockLook.colour} strokeWidth={2} dot={false} isAnimationActive={false} />
          <ReferenceLine x={day} stroke="var(--chart-muted)" strokeDasharray="3 3" />
        </DayChart>
        <h4 className={styles['name']}>Sales against {history.forecastIsOurs ? 'our forecast' : 'the forecast'}, units</h4>
        <SeriesLegend
          entries={[
            { key: 'sold', name: 'Sold', look: soldLook },
            { key: 'forecast', name: forecastName, look: forecastLook },
          ]}
        />
        <DayChart points={points}>
          <Bar dataKey="sold" name="Sold" fill={soldLook.colour} isAnimationActive={false} />
          <Line
            dataKey="forecast"
            name={forecastName}
            stroke={forecastLook.colour}
            strokeDasharray={forecastLook.dash}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          <ReferenceLine x={day} stroke="var(--chart-muted)" strokeDasharray="3 3" />
        </DayChart>
        <h4 className={styles['name']}>Probability that the stock is phantom</h4>
        <SeriesLegend
          entries={modelLooks.map(({ id, look }) => ({ key: id, name: modelName(id), look, strong: id === chosen }))}
        />
        <DayChart points={points} share>
          {modelLooks.map(({ id, look }) => (
            <Line
              key={id}
              dataKey={id}
              name={modelName(id)}
              stroke={look.colour}
              strokeWidth={id === chosen ? 2.5 : 1.25}
              {...(look.dash === null ? {} : { strokeDasharray: look.dash })}
              dot={false}
              isAnimationActive={false}
            />
          ))}
          <ReferenceLine y={threshold} stroke="var(--chart-axis)" strokeDasharray="2 4" />
          <ReferenceLine x={day} stroke="var(--chart-muted)" strokeDasharray="3 3" />
        </DayChart>
      </ChartFigure>
    </div>
  )
}

interface DayChartProps {
  readonly points: readonly Point[]
  /** The y axis goes from 0 to 1. */
  readonly share?: boolean
  readonly children: React.ReactNode
}

/** Pixels, kept free until the chart is drawn. */
const chartHeight = 150

function DayChart({ points, share = false, children }: DayChartProps) {
  const ready = useDrawingTurn()
  const write = share ? formatProbability : formatUnits
  if (!ready) return <div style={{ height: chartHeight }} />
  return (
    <ResponsiveContainer width="100%" height={chartHeight}>
      <ComposedChart data={[...points]} syncId="history" margin={{ top: 4, right: 8, bottom: 0, left: 0 }} barCategoryGap="15%">
        <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
        <XAxis dataKey="day" tickFormatter={formatDayOfYear} tick={{ fill: 'var(--chart-axis)', fontSize: 12 }} stroke="var(--chart-grid)" minTickGap={40} />
        <YAxis
          width={40}
          tick={{ fill: 'var(--chart-axis)', fontSize: 12 }}
          stroke="var(--chart-grid)"
          tickFormatter={(value: number) => (share ? value.toFixed(1) : formatUnits(value))}
          allowDecimals={share}
          {...(share ? { domain: [0, 1], ticks: [0, 0.5, 1] } : {})}
        />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(value) => (typeof value === 'number' ? formatDay(value) : '')}
          formatter={(value) => (typeof value === 'number' ? write(value) : '–')}
          contentStyle={{ background: 'var(--surface-panel)', border: '1px solid var(--border-strong)', borderRadius: 6, color: 'var(--text)' }}
          itemStyle={{ color: 'var(--text)' }}
          cursor={{ stroke: 'var(--chart-muted)', fill: 'var(--surface-sunken)', fillOpacity: 0.5 }}
        />
        {children}
      </ComposedChart>
    </ResponsiveContainer>
  )
}
