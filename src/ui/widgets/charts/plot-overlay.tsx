import type { CSSProperties, ReactNode } from 'react'
import styles from './plot-overlay.module.css'

/** Marks over a plot, placed by share of its width and height: they move without the plot being drawn again. */
export function PlotOverlay({ inset, children }: { readonly inset: CSSProperties; readonly children: ReactNode }) {
  return (
    <div className={styles['place']} style={inset} aria-hidden="true">
      <svg className={styles['overlay']} width="100%" height="100%">
        {children}
      </svg>
    </div>
  )
}

const percent = (share: number) => `${share * 100}%`

/** A dot on the plot at (x, y), both from 0 to 1; `strong`, with a ring, for the one that matters. */
export function PlotMarker({ x, y, colour, strong = false }: { readonly x: number; readonly y: number; readonly colour: string; readonly strong?: boolean }) {
  const at = { cx: percent(x), cy: percent(1 - y) }
  if (!strong) return <circle {...at} r={4.5} fill={colour} stroke="var(--surface-panel)" strokeWidth={1} />
  return (
    <>
      <circle {...at} r={9.5} fill="var(--surface-panel)" stroke="var(--text)" strokeWidth={2} />
      <circle {...at} r={5.5} fill={colour} />
    </>
  )
}

/** An upright line on the plot at x, from 0 to 1. */
export function PlotCursor({ x }: { readonly x: number }) {
  return <line x1={percent(x)} x2={percent(x)} y1="0" y2="100%" stroke="var(--text)" strokeWidth={2} />
}

/** The interval of a marker: a line from `low` to `high` at x, all from 0 to 1. */
export function PlotInterval({ x, low, high, colour }: { readonly x: number; readonly low: number; readonly high: number; readonly colour: string }) {
  return <line x1={percent(x)} x2={percent(x)} y1={percent(1 - high)} y2={percent(1 - low)} stroke={colour} strokeWidth={3} strokeOpacity={0.6} />
}
