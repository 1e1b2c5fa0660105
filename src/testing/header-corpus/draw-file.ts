/** A file under a header line of the corpus: small stores whose ledger holds, in one of the usual spellings. */
import type { FieldName } from '../../domain/csv/fields'
import { isoDay } from '../../domain/csv/parse-date'
import type { CorpusSet, DecoyKind } from './read-corpus'

const stores = 3
const items = 4
const days = 30
const firstDay = 20_089

/** Everything that one row can tell. */
interface DrawnRow {
  readonly item: number
  readonly store: number
  readonly day: number
  readonly sold: number
  readonly received: number
  readonly onHand: number
}

function drawnRows(): readonly DrawnRow[] {
  const rows: DrawnRow[] = []
  for (let store = 0; store < stores; store++) {
    for (let item = 0; item < items; item++) {
      let onHand = 18 + item
      for (let day = 0; day < days; day++) {
        const received = onHand < 5 ? 24 : 0
        const sold = Math.min(onHand + received, (day * 5 + item * 3 + store) % 4)
        onHand += received - sold
        rows.push({ item, store, day, sold, received, onHand })
      }
    }
  }
  return rows
}

const rows = drawnRows()
const iso = (row: DrawnRow) => isoDay(firstDay + row.day)
const parts = (row: DrawnRow) => iso(row).split('-')
const spellingsOfDates: readonly ((row: DrawnRow) => string)[] = [
  iso,
  (row) => parts(row).toReversed().join('.'),
  (row) => parts(row).join(''),
  (row) => parts(row).toReversed().join('/'),
  (row) => `${parts(row)[1]!}/${parts(row)[2]!}/${parts(row)[0]!}`,
]

const priceOf = (row: DrawnRow) => 2.49 + row.item * 1.1
const valueOf: Readonly<Record<Exclude<FieldName, 'date'>, (row: DrawnRow) => string | number>> = {
  store_id: ({ store }) => `${1001 + store * 7}`,
  sku_id: ({ item }) => String(400_123 + item * 71),
  on_hand: ({ onHand }) => onHand,
  units_sold: ({ sold }) => sold,
  forecast_units: ({ day, item }) => (1.25 + ((day + item) % 7) / 8).toFixed(2),
  lead_time_forecast_units: ({ day }) => (4 + (day % 5) / 4).toFixed(2),
  units_received: ({ received }) => received,
  units_on_order: ({ onHand }) => (onHand < 9 ? 24 : 0),
  units_adjusted: ({ day }) => (day % 20 === 3 ? -1 : 0),
  counted_units: ({ day, onHand }) => (day % 15 === 2 ? onHand : ''),
  price: (row) => priceOf(row).toFixed(2),
  unit_cost: (row) => (0.6 * priceOf(row)).toFixed(2),
  on_promo: ({ day }) => (day % 10 === 0 ? 1 : 0),
  min_display_units: () => 4,
  case_pack: () => 12,
  category: ({ item }) => ['Milk', 'Bread', 'Crisps', 'Soap'][item]!,
  department: ({ item }) => ['Fresh', 'Dry'][item % 2]!,
  aisle: ({ item }) => `A${1 + item}`,
  bin: ({ item }) => `B-${10 + item}`,
  item_name: ({ item }) => `Article no ${item}`,
  phantom: ({ day, item }) => (day > 25 && item === 2 ? 1 : 0),
}
const decoyValue: Readonly<Record<DecoyKind, (row: DrawnRow) => string | number>> = {
  number: ({ day, item, store }) => (day * 37 + item * 11 + store) % 19,
  money: (row) => (row.sold * priceOf(row) * 0.93 + row.item).toFixed(2),
  date: (row) => isoDay(firstDay + row.day - 3 - row.item),
  text: ({ item }) => ['north', 'south', 'inland', 'coast'][item]!,
  flag: ({ day }) => (day % 6 === 0 ? 1 : 0),
}

/** The file as text; `index` picks how it spells its dates and what parts its cells. */
export function drawFile({ columns }: CorpusSet, index: number): string {
  const dateOf = spellingsOfDates[index % spellingsOfDates.length]!
  const delimiter = index % 3 === 0 ? ';' : ','
  const quoted = (text: string) => (text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text)
  const cells = columns.map(({ field, decoy }) => (field === 'date' ? dateOf : field === null ? decoyValue[decoy] : valueOf[field]))
  return [columns.map(({ header }) => quoted(header)).join(delimiter), ...rows.map((row) => cells.map((cell) => quoted(String(cell(row)))).join(delimiter)), ''].join('\n')
}
