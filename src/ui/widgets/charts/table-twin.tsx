import type { Cell, CellTable } from '../../../domain/csv/cell-table'

/** A cell as it is read; with the bare number behind it where there is one (NaN: no value). */
export type TwinCell = string | { readonly shown: string; readonly value: number }

/** The numbers of a chart as a table: the first cell of a row is its header. */
export interface TableTwin {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TwinCell[])[]
}

/** A number as it is shown, with the number itself for the file. */
export function numberCell(value: number, format: (value: number) => string): TwinCell {
  return { shown: format(value), value }
}

const shown = (cell: TwinCell) => (typeof cell === 'string' ? cell : cell.shown)

/** The twin for other programs: numbers bare, an empty cell where there is no value. */
export function twinCells({ columns, rows }: TableTwin): CellTable {
  return { headers: columns, rows: rows.map((row) => row.map(bare)) }
}

function bare(cell: TwinCell): Cell {
  if (typeof cell === 'string') return cell
  return Number.isFinite(cell.value) ? cell.value : null
}

export function TwinTable({ twin }: { readonly twin: TableTwin }) {
  return (
    <table>
      <caption>{twin.caption}</caption>
      <thead>
        <tr>
          {twin.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {twin.rows.map(([first = '', ...cells], at) => (
          <tr key={`${shown(first)} ${at}`}>
            <th scope="row">{shown(first)}</th>
            {cells.map((cell, column) => (
              <td key={twin.columns[column + 1]}>{shown(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
