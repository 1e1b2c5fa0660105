/** Segments, and the respects in which rows are set apart, as people call them. */
import type { SegmentLabel, SegmentRespect } from '../../domain/segments/segment'
import { formatUnits } from './format-number'

export const respectWords: Readonly<Record<SegmentRespect, { readonly choice: string; readonly rowsAre: string; readonly unit: string; readonly by: string }>> = {
  store: { choice: 'Store', rowsAre: 'Store', unit: '', by: 'by store' },
  category: { choice: 'Category', rowsAre: 'Category', unit: '', by: 'by category' },
  department: { choice: 'Department', rowsAre: 'Department', unit: '', by: 'by department' },
  velocity: { choice: 'How fast an item sells', rowsAre: 'Expected', unit: 'units a day', by: 'by how fast an item sells' },
  weekday: { choice: 'Day of the week', rowsAre: 'Day', unit: '', by: 'by day of the week' },
  history: { choice: 'Length of history', rowsAre: 'History', unit: 'days', by: 'by length of history' },
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The same where the respect does not stand beside it: a store's number alone says nothing. */
export function segmentInFull(label: SegmentLabel, by: SegmentRespect): string {
  return by === 'store' && label.kind === 'name' && label.name !== '' ? `Store ${label.name}` : segmentName(label, by)
}

/** What the rows of a segment have in common. */
export function segmentName(label: SegmentLabel, by: SegmentRespect): string {
  switch (label.kind) {
    case 'name':
      return label.name === '' ? 'Without a name' : label.name
    case 'weekday':
      return weekdays[label.weekday] ?? ''
    case 'unknown':
      return 'Not known'
    case 'band': {
      const { unit } = respectWords[by]
      if (label.below === null) return `${formatUnits(label.from)} ${unit} or more`
      return label.from === 0 ? `Under ${formatUnits(label.below)} ${unit}` : `${formatUnits(label.from)} to under ${formatUnits(label.below)} ${unit}`
    }
  }
}
