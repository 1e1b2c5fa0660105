import styles from './interval-track.module.css'

export type MarkShape = 'dot' | 'ring' | 'tick'

/** One figure on the track, with its interval where it has one. */
export interface TrackMark {
  readonly key: string
  readonly value: number
  readonly low?: number
  readonly high?: number
  readonly colour: string
  /** Two kinds of marks differ by more than colour. */
  readonly shape: MarkShape
}

/** The ends of the track; `reference` is a dashed upright line. */
export interface TrackScale {
  readonly from: number
  readonly to: number
  readonly reference?: number
}

/** Where a value lies on the scale, in percent of the track; held inside of it. */
function place({ from, to }: TrackScale, value: number): number {
  return Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100))
}

/**
 * A line with marks on it and a bar over each interval: the picture of a row of figures that stand
 * as text beside it. The marks lie at the top, level with the figures, however high the row is. They
 * get a lane each where `lanes` is set, so that bars do not cover one another. Drawn with boxes;
 * hidden from screen readers, which have the figures.
 */
export function IntervalTrack({ scale, marks, lanes = false }: { readonly scale: TrackScale; readonly marks: readonly TrackMark[]; readonly lanes?: boolean }) {
  const middle = (at: number) => (lanes ? ((at + 0.5) / marks.length) * 100 : 50)
  return (
    <span className={styles['track']} aria-hidden="true">
      {scale.reference !== undefined && <span className={styles['reference']} style={{ left: `${place(scale, scale.reference)}%` }} />}
      <span className={styles['marks']}>
        {marks.map(({ key, low, high, colour }, at) =>
          low === undefined || high === undefined ? null : (
            <span
              key={`${key} interval`}
              className={styles['interval']}
              style={{ left: `${place(scale, low)}%`, width: `${place(scale, high) - place(scale, low)}%`, top: `${middle(at)}%`, background: colour }}
            />
          ),
        )}
        {marks.map(({ key, value, colour, shape }, at) => (
          <span
            key={key}
            className={styles[shape]}
            style={{ left: `${place(scale, value)}%`, top: `${middle(at)}%`, borderColor: colour, ...(shape === 'ring' ? {} : { background: colour }) }}
          />
        ))}
      </span>
    </span>
  )
}

/** What the marks of a track stand for. */
export function MarkLegend({ entries }: { readonly entries: readonly (Pick<TrackMark, 'colour' | 'shape'> & { readonly name: string })[] }) {
  return (
    <ul className={styles['legend']}>
      {entries.map(({ name, colour, shape }) => (
        <li key={name}>
          <span className={styles['swatch']} aria-hidden="true">
            <span className={styles[shape]} style={{ left: '50%', top: '50%', borderColor: colour, ...(shape === 'ring' ? {} : { background: colour }) }} />
          </span>
          {name}
        </li>
      ))}
    </ul>
  )
}
