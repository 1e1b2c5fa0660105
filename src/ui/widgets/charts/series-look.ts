/** How a line is drawn: its colour token and its dash, so that colour never tells alone. */
export interface SeriesLook {
  readonly colour: string
  /** SVG stroke-dasharray; null is a solid line. */
  readonly dash: string | null
}

const looks: readonly SeriesLook[] = [
  { colour: 'var(--chart-1)', dash: null },
  { colour: 'var(--chart-2)', dash: '7 3' },
  { colour: 'var(--chart-3)', dash: '2 3' },
  { colour: 'var(--chart-4)', dash: '9 3 2 3' },
  { colour: 'var(--chart-5)', dash: '14 3' },
]
const further: readonly string[] = ['4 4', '12 4', '1 4']

/** The look of the series at `index` of a list; those beyond the fifth are grey and differ by dash. */
export function seriesLook(index: number): SeriesLook {
  return looks[index] ?? { colour: 'var(--chart-axis)', dash: further[(index - looks.length) % further.length]! }
}
