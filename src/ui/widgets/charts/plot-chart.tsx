import { memo } from 'react'
import type { ReactNode } from 'react'
import { Area, CartesianGrid, ComposedChart, Label, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { PlotOverlay } from './plot-overlay'
import type { PlotScale } from './plot-scale'
import type { SeriesLook } from './series-look'
import { useDrawingTurn } from './use-drawing-turn'
import { useTypeScale } from './use-type-scale'
import styles from './plot-chart.module.css'

/** One line: points[i][key] is its height, or null for a gap. */
export interface PlotSeries {
  readonly key: string
  readonly name: string
  readonly look: SeriesLook
  readonly strong?: boolean
  /** Drawn thin, below the others, and left out of what the pointer reads off. */
  readonly muted?: boolean
  /** Key of the band around it: points[i][band] is its lower and upper end, or null where none is known. */
  readonly band?: string
}

/** A place on the x axis, with one height or band by key. */
export type PlotPoint = Readonly<Record<string, number | readonly [number, number] | null>> & { readonly x: number }

/** A level to compare with; its label stands where the lines leave room. */
export interface PlotFloor {
  readonly at: number
  readonly label: string
  /** Above the level on the right where nothing is said. */
  readonly labelAt?: keyof typeof labelPlaces
}

/** By the names that recharts has for them: a label inside of the bottom of a level line stands above it. */
const labelPlaces = { 'above right': 'insideBottomRight', 'above left': 'insideBottomLeft', 'below right': 'insideTopRight' } as const

export interface PlotLinesProps {
  readonly title: string
  readonly points: readonly PlotPoint[]
  readonly series: readonly PlotSeries[]
  readonly xScale: PlotScale
  readonly yScale: PlotScale
  readonly xLabel: string
  readonly yLabel: string
  readonly xFormat: (x: number) => string
  readonly yFormat: (y: number) => string
  /** A level to compare with, drawn as a line across. */
  readonly floor?: PlotFloor
  /** Draws the line from the lower left corner to the upper right one. */
  readonly diagonal?: boolean
  /** Draws a dot at every point. */
  readonly dots?: boolean
  /** Heights hold until the next point, as counts do. */
  readonly stepped?: boolean
}

export interface PlotChartProps extends PlotLinesProps {
  /** A lower chart, for one among many. */
  readonly low?: boolean
  readonly children?: ReactNode
}

/** The room that axes and labels take, in pixels, at a size of type `scale` times the usual: the overlay lies exactly on what is left. */
const insetAt = (scale: number) => ({ top: 10, right: Math.round(16 * scale), bottom: Math.round(46 * scale), left: Math.round(58 * scale) })

/**
 * Lines, with bands around them where they have one. `children` is an overlay on the plot area in which
 * `PlotMarker` and `PlotCursor` are placed by share: it moves without the lines being drawn again. The
 * lines appear in a turn of their own. A pointer, or the arrow keys, read off the heights at a point.
 */
export function PlotChart({ children, low = false, ...lines }: PlotChartProps) {
  const ready = useDrawingTurn()
  const scale = useTypeScale()
  return (
    <div className={low ? styles['low'] : styles['chart']}>
      {ready && <PlotLines {...lines} scale={scale} />}
      <PlotOverlay inset={insetAt(scale)}>{children}</PlotOverlay>
    </div>
  )
}

const PlotLines = memo(function PlotLines(props: PlotLinesProps & { readonly scale: number }) {
  const { title, points, series, xScale, yScale, xLabel, yLabel, xFormat, yFormat, floor, diagonal, dots, stepped, scale } = props
  const inset = insetAt(scale)
  const axisText = { fill: 'var(--chart-axis)', fontSize: 12 * scale }
  const axis = { type: 'number', stroke: 'var(--chart-axis)', tick: axisText, tickLine: false } as const
  const curve = stepped ? 'stepAfter' : 'linear'
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={points} margin={{ top: inset.top, right: inset.right, bottom: 0, left: 0 }} title={title}>
        <CartesianGrid stroke="var(--chart-grid)" />
        <XAxis dataKey="x" domain={[xScale.from, xScale.to]} ticks={xScale.ticks} height={inset.bottom} tickFormatter={xFormat} {...axis}>
          <Label value={xLabel} position="insideBottom" offset={6} {...axisText} />
        </XAxis>
        <YAxis domain={[yScale.from, yScale.to]} ticks={yScale.ticks} width={inset.left} tickFormatter={yFormat} {...axis}>
          <Label value={yLabel} position="insideLeft" angle={-90} offset={12 * scale} style={{ textAnchor: 'middle' }} {...axisText} />
        </YAxis>
        {floor && (
          <ReferenceLine y={floor.at} stroke="var(--text-quiet)" strokeDasharray="3 3">
            <Label value={floor.label} position={labelPlaces[floor.labelAt ?? 'above right']} {...axisText} />
          </ReferenceLine>
        )}
        {diagonal && (
          <ReferenceLine
            segment={[
              { x: xScale.from, y: yScale.from },
              { x: xScale.to, y: yScale.to },
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
        {series.map(({ band, look }) => band !== undefined && <Area key={band} dataKey={band} type={curve} fill={look.colour} fillOpacity={0.16} stroke="none" activeDot={false} tooltipType="none" isAnimationActive={false} />)}
        {series.map(({ key, name, look, strong, muted }) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            type={curve}
            stroke={look.colour}
            strokeWidth={strong ? 3 : muted ? 1.1 : 1.75}
            {...(look.dash === null ? {} : { strokeDasharray: look.dash })}
            dot={dots ? { r: 3.5, fill: look.colour, strokeWidth: 0, strokeDasharray: '' } : false}
            isAnimationActive={false}
            {...(muted ? { tooltipType: 'none', activeDot: false } : {})}
          />
        ))}
      </ComposedChart>
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
