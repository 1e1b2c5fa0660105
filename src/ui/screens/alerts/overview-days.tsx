import { useEffect, useMemo } from 'react'
import { selectSegments } from '../../../store/selectors'
import { selectDayCounts } from '../../../store/today-selectors'
import { useAppStore } from '../../app-store-context'
import { formatDay, formatDayOfYear } from '../../format/format-day'
import { formatCount, formatShare } from '../../format/format-number'
import { ChartFigure } from '../../widgets/charts/chart-figure'
import { DayBars } from '../../widgets/charts/day-bars'
import styles from './overview-tables.module.css'

/** Bars narrower than a few pixels say nothing: of longer extracts the last days are drawn, and the table has all. */
const daysDrawn = 180

/** How many alerts each day of the extract had, at the threshold in use. */
export function OverviewDays() {
  const counts = useAppStore(selectDayCounts)
  const model = useAppStore((state) => state.model)
  const segments = useAppStore((state) => selectSegments(state, state.model))
  const allScored = useAppStore((state) => state.phase.phase === 'ready' && state.phase.scored.rows === 'all')
  const load = useAppStore((state) => state.loadAlertDays)
  useEffect(() => {
    if (allScored) void load()
  }, [allScored, model, segments, load])
  const chart = useMemo(() => {
    if (!counts) return null
    const drawn = counts.slice(-daysDrawn)
    const most = Math.max(1, ...drawn.map(({ alerts }) => alerts))
    return {
      most,
      bars: drawn.map(({ day, alerts }) => ({ key: String(day), height: alerts / most })),
      ends: drawn.length > 0 ? ([formatDayOfYear(drawn[0]!.day), formatDayOfYear(drawn.at(-1)!.day)] as const) : null,
      twin: {
        caption: 'Day by day, the latest first',
        columns: ['Day', 'Alerts', 'Items judged', 'Share'],
        rows: counts.toReversed().map(({ day, alerts, judged }) => [formatDay(day), formatCount(alerts), formatCount(judged), formatShare(alerts / judged)]),
      },
    }
  }, [counts])
  if (!allScored) return <p className={styles['waiting']}>Day by day stands here once all days are scored.</p>
  if (!chart?.ends) return <p className={styles['waiting']}>Counting day by day …</p>
  return (
    <ChartFigure
      name="Day by day"
      description={`Alerts of each day at the ${segments ? 'thresholds' : 'threshold'} in use; the tallest bar is ${formatCount(chart.most)}. An item that stays wrong counts on each of its days.${counts!.length > daysDrawn ? ` The last ${daysDrawn} days are drawn, the table has all.` : ''}`}
      twin={chart.twin}
    >
      <DayBars bars={chart.bars} ends={chart.ends} />
    </ChartFigure>
  )
}
