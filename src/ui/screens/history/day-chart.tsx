/** One of the pictures that stand over the same days: its lines and bars come as children. */
import type { ReactNode } from 'react'
import { CartesianGrid, ComposedChart, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { EpochDay } from '../../../domain/table/extract-table'
import { formatDay, formatDayOfYear } from '../../format/format-day'
import { formatProbability, formatUnits } from '../../format/format-number'
import { useDrawingTurn } from '../../widgets/charts/use-drawing-turn'

/** One day as recharts reads it; null leaves a gap. */
export type DayPoint = { readonly day: EpochDay } & Readonly<Record<string, number | null>>

interface DayChartProps {
  readonly points: readonly DayPoint[]
  /** The judged day: an upright line. */
  readonly day: EpochDay
  /** Days without a sale up to the judged one, shaded; null where it sold that day. */
  readonly silence: { readonly from: EpochDay; readonly to: EpochDay } | null
  /** The y axis goes from 0 to 1. */
  readonly share?: boolean
  /** The lowest picture names the days for all above it. */
  readonly withDays?: boolean
  readonly children: ReactNode
}

/** Pixels, kept free until the chart is drawn. */
const plotHeight = 112
const daysHeight = 24

export function DayChart({ points, day, silence, share = false, withDays = false, children }: DayChartProps) {
  const ready = useDrawingTurn()
  const write = share ? formatProbability : formatUnits
  const height = plotHeight + (withDays ? daysHeight : 0)
  if (!ready) return <div style={{ height }} />
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={[...points]} syncId="history" margin={{ top: 4, right: 8, bottom: 0, left: 0 }} barCategoryGap="15%">
        <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
        {silence && <ReferenceArea x1={silence.from} x2={silence.to} fill="var(--surface-sunken)" fillOpacity={1} ifOverflow="hidden" />}
        <XAxis
          dataKey="day"
          height={withDays ? daysHeight : 2}
          tick={withDays ? { fill: 'var(--chart-axis)', fontSize: 12 } : false}
          tickLine={withDays}
          tickFormatter={formatDayOfYear}
          stroke="var(--chart-grid)"
          minTickGap={40}
        />
        <YAxis
          width={40}
          tick={{ fill: 'var(--chart-axis)', fontSize: 12 }}
          stroke="var(--chart-grid)"
          tickCount={4}
          tickFormatter={(value: number) => (share ? value.toFixed(1) : formatUnits(value))}
          allowDecimals={share}
          {...(share ? { domain: [0, 1], ticks: [0, 0.5, 1] } : {})}
        />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(value) => (typeof value === 'number' ? formatDay(value) : '')}
          formatter={(value) => (typeof value === 'number' ? write(value) : '–')}
          contentStyle={{ background: 'var(--surface-panel)', border: '1px solid var(--border-strong)', borderRadius: 6, color: 'var(--text)', padding: '4px 8px', fontSize: 12 }}
          itemStyle={{ color: 'var(--text)', padding: 0 }}
          cursor={{ stroke: 'var(--chart-muted)', fill: 'var(--surface-hover)', fillOpacity: 0.5 }}
        />
        {children}
        <ReferenceLine x={day} stroke="var(--chart-muted)" strokeDasharray="3 3" />
      </ComposedChart>
    </ResponsiveContainer>
  )
}
