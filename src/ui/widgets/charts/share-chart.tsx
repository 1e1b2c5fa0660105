import { memo } from 'react'
import type { ReactNode } from 'react'
import { CartesianGrid, Label, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { SeriesLook } from './series-look'
import { useDrawingTurn } from './use-drawing-turn'
import { useTypeScale } from './use-type-scale'
import styles from './share-chart.module.css'

/** One line: rows[i][key] is its height, 0 to 1, or null for a gap. */
export interface ShareSeries {
  readonly key: string
  readonly name: string
  readonly look: SeriesLook
  readonly strong?: boolean
}

/** `x` from 0 to 1, and one height by series key. */
export type SharePoint = Readonly<Record<string, number | null>> & { readonly x: number }

interface ShareLinesProps {
  readonly title: string
  readonly points: readonly SharePoint[]
  readonly series: readonly ShareSeries[]
  readonly xLabel: string
  readonly yLabel: string
  readonly xFormat: (x: number) => string
  readonly yFormat: (y: number) => string
  /** A level to stay above, drawn as a line across. */
  readonly floor?: { readonly at: number; readonly label: string }
  /** Draws the diagonal x = y. */
  readonly diagonal?: boolean
  /** Draws a dot at every point. */
  readonly dots?: boolean
}

interface ShareChartProps extends ShareLinesProps {
  /** A lower chart, for one among many. */
  readonly low?: boolean
  readonly children?: ReactNode
}

/** The room that axes and labels take, in pixels, at a size of type `scale` times the usual: the overlay lies exactly on what is left. */
const insetAt = (scale: number) => ({ top: 10, right: Math.round(16 * scale), bottom: Math.round(46 * scale), left: Math.round(58 * scale) })
const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]

/**
 * Lines over the unit square. `children` is an overlay on the plot area in which `PlotMarker` and
 * `PlotCursor` are placed by share: it moves without the lines being drawn again. The lines appear
 * in a turn of their own.
 */
export function ShareChart({ children, low = false, ...lines }: ShareChartProps) {
  const ready = useDrawingTurn()
  const scale = useTypeScale()
  return (
    <div className={low ? styles['low'] : styles['chart']}>
      {ready && <ShareLines {...lines} scale={scale} />}
      <div className={styles['overlay']} style={insetAt(scale)} aria-hidden="true">
        {children}
      </div>
    </div>
  )
}

const ShareLines = memo(function ShareLines({ title, points, series, xLabel, yLabel, xFormat, yFormat, floor, diagonal, dots, scale }: ShareLinesProps & { readonly scale: number }) {
  const inset = insetAt(scale)
  const axisText = { fill: 'var(--chart-axis)', fontSize: 12 * scale }
  const axis = { stroke: 'var(--chart-axis)', tick: axisText, tickLine: false }
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 560, height: 340 }}>
      <LineChart data={points} margin={{ top: inset.top, right: inset.right, bottom: 0, left: 0 }} title={title}>
        <CartesianGrid stroke="var(--chart-grid)" />
        <XAxis dataKey="x" type="number" domain={[0, 1]} ticks={ticks} height={inset.bottom} tickFormatter={xFormat} {...axis}>
          <Label value={xLabel} position="insideBottom" offset={2} {...axisText} />
        </XAxis>
        <YAxis type="number" domain={[0, 1]} ticks={ticks} width={inset.left} tickFormatter={yFormat} {...axis}>
          <Label value={yLabel} position="insideLeft" angle={-90} offset={12 * scale} style={{ textAnchor: 'middle' }} {...axisText} />
        </YAxis>
        {floor && (
          <ReferenceLine y={floor.at} stroke="var(--text-quiet)" strokeDasharray="3 3">
            <Label value={floor.label} position="insideBottomRight" {...axisText} />
          </ReferenceLine>
        )}
        {diagonal && (
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--chart-muted)"
            strokeDasharray="3 3"
          />
        )}
        <Tooltip
          isAnimationActive={false}
          formatter={(value) => (typeof value === 'number' ? yFormat(value) : '')}
          labelFormatter={(label) => `${xLabel} ${typeof label === 'number' ? xFormat(label) : ''}`}
          contentStyle={tooltipStyle}
          cursor={{ stroke: 'var(--border-strong)' }}
        />
        {series.map(({ key, name, look, strong }) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            type="linear"
            stroke={look.colour}
            strokeWidth={strong ? 3 : 1.75}
            {...(look.dash === null ? {} : { strokeDasharray: look.dash })}
            dot={dots ? { r: 3.5, fill: look.colour, strokeWidth: 0 } : false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
})

const tooltipStyle = {
  background: 'var(--surface-panel)',
  color: 'var(--text)',
  border: '1px solid var(--border-strong)',
  borderRadius: 'var(--radius)',
  fontSize: 'var(--size-small)',
}

/** A dot on the plot at (x, y), both from 0 to 1; `strong` for the one that matters. */
export function PlotMarker({ x, y, colour, strong = false }: { readonly x: number; readonly y: number; readonly colour: string; readonly strong?: boolean }) {
  return <span className={strong ? styles['strongMarker'] : styles['marker']} style={{ left: `${x * 100}%`, top: `${(1 - y) * 100}%`, background: colour }} />
}

/** An upright line on the plot at x, from 0 to 1. */
export function PlotCursor({ x }: { readonly x: number }) {
  return <span className={styles['cursor']} style={{ left: `${x * 100}%` }} />
}
