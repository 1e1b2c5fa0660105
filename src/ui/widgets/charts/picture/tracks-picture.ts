/** The picture of a table's rows for a file: a track a row, as `IntervalTrack` draws them on the screen. */
import type { TablePicture, TableRow } from '../../measured-table'
import type { TrackMark } from '../interval-track'
import type { Picture, PictureMark } from './picture-svg'

/** Pixels. Names stand on the left, the scale right of them. */
const width = 736
const margin = 16
const trackFrom = 250
const trackTo = width - 2 * margin
const textHeight = 16
const laneHeight = 14
const rowGap = 12
/** Signs of a name that find room: more of it stands in the table. */
const longestName = 36

const family = "system-ui, 'Segoe UI', sans-serif"
const quiet = 'var(--text-quiet)'
const surface = 'var(--surface-panel)'

/** Colours are design tokens: whoever draws the picture says what they are. */
export function tracksPicture(rows: readonly TableRow[], { scale, format, legend }: TablePicture): Picture {
  const xOf = (value: number) => trackFrom + (Math.min(1, Math.max(0, (value - scale.from) / (scale.to - scale.from))) * (trackTo - trackFrom))
  const marks: PictureMark[] = legendMarks(legend)
  const top = margin + 2 * textHeight
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => scale.from + part * (scale.to - scale.from))
  const placed: PictureMark[] = []
  let y = top + textHeight
  for (const row of rows) {
    const lanes = Math.max(1, row.marks.length)
    const height = Math.max(textHeight, lanes * laneHeight)
    placed.push(text(shortened(row.name), margin, y + height / 2, 'var(--text)'))
    if (row.marks.length === 0) placed.push(text(typeof row.note === 'string' ? row.note : 'No figure to draw.', trackFrom, y + height / 2, quiet))
    row.marks.forEach((mark, lane) => placed.push(...trackMarks(mark, xOf, y + (height * (lane + 0.5)) / lanes)))
    y += height + rowGap
  }
  for (const tick of ticks) {
    marks.push({ kind: 'line', from: [xOf(tick), top + textHeight / 2 + 2], to: [xOf(tick), y - rowGap], colour: 'var(--chart-grid)', width: 1, dashed: false })
    const label = format(tick)
    // About half of its width.
    marks.push(text(label, xOf(tick) - 4 * label.length, top, quiet))
  }
  return { width, height: y - rowGap + margin, marks: [...marks, ...placed] }
}

function legendMarks(legend: TablePicture['legend']): PictureMark[] {
  let x = trackFrom
  return legend.flatMap(({ name, colour, shape }) => {
    const at = x
    x += 34 + 7 * name.length
    return [...trackMarks({ key: name, value: 0, colour, shape }, () => at + 6, margin), text(name, at + 18, margin, quiet)]
  })
}

function trackMarks({ value, low, high, colour, shape }: TrackMark, xOf: (value: number) => number, y: number): PictureMark[] {
  const x = xOf(value)
  const interval: PictureMark[] = low === undefined || high === undefined ? [] : [{ kind: 'line', from: [xOf(low), y], to: [xOf(high), y], colour, width: 3, dashed: false }]
  switch (shape) {
    case 'tick':
      return [...interval, round(x, y, 3, 13, 1, colour)]
    case 'dot':
      return [...interval, round(x, y, 11, 11, 5.5, colour)]
    case 'ring':
      return [...interval, round(x, y, 11, 11, 5.5, colour), round(x, y, 6, 6, 3, surface)]
  }
}

/** A box about a middle. */
function round(x: number, y: number, wide: number, high: number, radius: number, fill: string): PictureMark {
  return { kind: 'box', at: { x: x - wide / 2, y: y - high / 2, width: wide, height: high }, fill, radius }
}

function text(words: string, x: number, y: number, colour: string): PictureMark {
  return { kind: 'text', at: { x, y: y - textHeight / 2, width: 7 * words.length, height: textHeight }, text: words, colour, family, size: 13, weight: '400' }
}

const shortened = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)
