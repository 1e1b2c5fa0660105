/** Stock, sales and probability by day, one under another on the same days. */
import { useMemo, useState, type ReactNode } from 'react'
import { Bar, Line, ReferenceLine } from 'recharts'
import type { AlertRow, SeriesHistory } from '../../../domain/alerts/alert-row'
import { selectRowThreshold, selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatDay } from '../../format/format-day'
import { countOf, formatProbability, formatUnits } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { ChartFigure } from '../../widgets/charts/chart-figure'
import { seriesLook } from '../../widgets/charts/series-look'
import { SeriesLegend, type LegendEntry } from '../../widgets/charts/series-legend'
import { useModelName } from '../../use-model-name'
import { DayChart, type DayPoint } from './day-chart'
import { historyWindow, silenceWithin } from './history-window'
import styles from './history-charts.module.css'

interface HistoryChartsProps {
  readonly history: SeriesHistory
  /** The judged day, and what of it decides its threshold. */
  readonly alert: AlertRow
}

const known = (value: number) => (Number.isNaN(value) ? null : value)
const first = { colour: 'var(--chart-1)', dash: null }
const second = { colour: 'var(--chart-2)', dash: null }
const expectedLook = { colour: 'var(--chart-2)', dash: '6 3' }
const forecastLook = { colour: 'var(--chart-3)', dash: '2 3' }

/** What the file has no forecast for is judged by past sales alone. */
const ownSales: readonly LegendEntry[] = [
  { key: 'sold', name: 'Sold', look: first },
  { key: 'expected', name: 'Expected by past sales', look: expectedLook },
]
const allSales: readonly LegendEntry[] = [...ownSales, { key: 'forecast', name: 'Forecast in the file', look: forecastLook }]

export function HistoryCharts({ history, alert }: HistoryChartsProps) {
  const { day } = alert
  const modelName = useModelName()
  const [all, setAll] = useState(false)
  const models = useAppStore(selectUsableModels)
  const chosen = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectRowThreshold(state, state.model, alert))
  const { from, to } = historyWindow(history, day, all)
  const longer = historyWindow(history, day, true)
  const days = longer.to - longer.from
  const silence = silenceWithin(history, day, from)

  const sales = history.forecastIsOurs ? ownSales : allSales

  const points = useMemo(() => {
    const made: DayPoint[] = []
    for (let i = from; i < to; i++) {
      made.push({
        day: history.day[i]!,
        onHand: known(history.onHand[i]!),
        received: known(history.unitsReceived[i]!),
        sold: known(history.unitsSold[i]!),
        expected: known(history.expectedUnits[i]!),
        forecast: known(history.forecastUnits[i]!),
        ...Object.fromEntries(Object.entries(history.probabilities).map(([id, values]) => [id, known(values[i]!)])),
      })
    }
    return made
  }, [history, from, to])

  const twin = useMemo(
    () => ({
      caption: 'One row a day, the latest first',
      columns: ['Day', 'On-hand', 'Received', ...sales.map(({ name }) => name), ...models.map(({ id }) => modelName(id))],
      rows: [...points]
        .reverse()
        .map((point) => [
          formatDay(point.day),
          ...['onHand', 'received', ...sales.map(({ key }) => key)].map((key) => formatUnits(point[key] ?? NaN)),
          ...models.map(({ id }) => formatProbability(point[id] ?? NaN)),
        ]),
    }),
    [points, models, modelName, sales],
  )
  const lines = models.map(({ id }, i) => ({ id, look: seriesLook(i), strong: id === chosen }))
  const shared = { points, day, silence }
  const isLonger = longer.from < from || longer.to > to

  return (
    <ChartFigure
      name={!all ? 'The last eight weeks' : days < history.day.length ? `The last ${days} days` : 'All days'}
      description={`A record that stands still while sales stop is the mark of stock that is not there.${silence ? ` Shaded: the ${countOf(silence.to - silence.from + 1, 'day')} shown without a sale.` : ''} ${history.forecastIsOurs ? '' : 'A forecast that learns from the silence sinks with it; what past sales lead one to expect does not.'}`.trim()}
      twin={twin}
    >
      <div className={styles['charts']}>
        <Panel
          name="Stock on record, units"
          entries={[
            { key: 'onHand', name: 'On-hand at close', look: first },
            { key: 'received', name: 'Received', look: second },
          ]}
        >
          <DayChart {...shared}>
            <Bar dataKey="received" name="Received" fill={second.colour} isAnimationActive={false} />
            <Line dataKey="onHand" name="On-hand" type="stepAfter" stroke={first.colour} strokeWidth={2} dot={false} isAnimationActive={false} />
          </DayChart>
        </Panel>
        <Panel name="Sales, units" entries={sales}>
          <DayChart {...shared}>
            <Bar dataKey="sold" name="Sold" fill={first.colour} isAnimationActive={false} />
            {sales.slice(1).map(({ key, name, look }) => (
              <Line key={key} dataKey={key} name={name} stroke={look.colour} strokeDasharray={look.dash ?? ''} strokeWidth={2} dot={false} isAnimationActive={false} />
            ))}
          </DayChart>
        </Panel>
        <Panel
          name="Probability that the stock is phantom"
          entries={lines.map(({ id, look, strong }) => ({ key: id, name: modelName(id), look, strong }))}
        >
          <DayChart {...shared} share withDays>
            {lines.map(({ id, look, strong }) => (
              <Line
                key={id}
                dataKey={id}
                name={modelName(id)}
                stroke={look.colour}
                strokeWidth={strong ? 2.5 : 1.25}
                {...(look.dash === null ? {} : { strokeDasharray: look.dash })}
                dot={false}
                isAnimationActive={false}
              />
            ))}
            <ReferenceLine y={threshold} stroke="var(--chart-axis)" strokeDasharray="2 4" />
          </DayChart>
        </Panel>
        {(isLonger || all) && (
          <div>
            <Button look="quiet" onClick={() => setAll(!all)}>
              {all ? 'Show eight weeks' : `Show ${days < history.day.length ? 'the last' : 'all'} ${countOf(days, 'day')}`}
            </Button>
          </div>
        )}
      </div>
    </ChartFigure>
  )
}

function Panel({ name, entries, children }: { readonly name: string; readonly entries: readonly LegendEntry[]; readonly children: ReactNode }) {
  return (
    <div>
      <div className={styles['head']}>
        <h4 className={styles['name']}>{name}</h4>
        <SeriesLegend entries={entries} />
      </div>
      {children}
    </div>
  )
}
