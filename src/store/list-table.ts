/** A list as a table for other programs: which columns it has, by names. */
import type { AlertRow } from '../domain/alerts/alert-row'
import type { StakeUnit } from '../domain/alerts/today/stake'
import type { TodayItem } from '../domain/alerts/today/todays-list'
import type { Cell, CellTable } from '../domain/csv/cell-table'
import { isoDay } from '../domain/csv/parse-date'

interface ListColumn<Row> {
  readonly header: string
  readonly cell: (row: Row) => Cell
}

const rounded = (value: number, decimals: number): Cell => (Number.isFinite(value) ? Number(value.toFixed(decimals)) : null)

/** Named as the fields of an extract where they mean the same. */
const rowColumns: readonly ListColumn<AlertRow>[] = [
  { header: 'store_id', cell: ({ store }) => store },
  { header: 'department', cell: ({ department }) => department },
  { header: 'aisle', cell: ({ aisle }) => aisle },
  { header: 'bin', cell: ({ bin }) => bin },
  { header: 'sku_id', cell: ({ sku }) => sku },
  { header: 'item_name', cell: ({ itemName }) => itemName },
  { header: 'category', cell: ({ category }) => category },
  { header: 'date', cell: ({ day }) => isoDay(day) },
  { header: 'on_hand', cell: ({ onHand }) => rounded(onHand, 6) },
  { header: 'price', cell: ({ price }) => (price === null ? null : rounded(price, 6)) },
  { header: 'usual_units_per_day', cell: ({ unitsPerDay }) => rounded(unitsPerDay, 3) },
  { header: 'days_since_sale', cell: ({ daysSinceSale }) => daysSinceSale },
  { header: 'missed_units', cell: ({ missedUnits }) => rounded(missedUnits, 2) },
  { header: 'lost_sales', cell: ({ lostSales }) => (lostSales === null ? null : rounded(lostSales, 2)) },
]

const probabilityColumn = (model: string): ListColumn<AlertRow> => ({
  header: `phantom_probability_${model}`,
  cell: ({ probabilities }) => rounded(probabilities[model] ?? NaN, 6),
})

/** Alerts as rows; columns that are empty throughout are left out. */
export function alertTable(rows: readonly AlertRow[], model: string): CellTable {
  return tableOf([...rowColumns, probabilityColumn(model)], rows)
}

export interface TodayRow {
  readonly row: AlertRow
  readonly item: TodayItem
  readonly unit: StakeUnit
}

/** Today's list as rows, control rows marked. */
export function todayTable(rows: readonly TodayRow[], model: string): CellTable {
  const columns: readonly ListColumn<TodayRow>[] = [
    ...[...rowColumns, probabilityColumn(model)].map(({ header, cell }): ListColumn<TodayRow> => ({ header, cell: ({ row }) => cell(row) })),
    { header: 'at_stake_per_day', cell: ({ item, unit }) => (unit === 'money' ? rounded(item.stakePerDay, 2) : null) },
    { header: 'units_at_stake_per_day', cell: ({ item, unit }) => (unit === 'units' ? rounded(item.stakePerDay, 3) : null) },
    { header: 'control_row', cell: ({ item }) => (item.control ? 1 : 0) },
  ]
  return tableOf(columns, rows)
}

function tableOf<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): CellTable {
  const shown = columns.filter(({ cell }) => rows.some((row) => cell(row) !== null))
  return { headers: shown.map(({ header }) => header), rows: rows.map((row) => shown.map(({ cell }) => cell(row))) }
}
