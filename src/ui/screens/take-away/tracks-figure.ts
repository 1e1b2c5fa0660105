import type { TablePicture, TableRow } from '../../widgets/measured-table'
import { pictureSvg } from '../../widgets/charts/picture/picture-svg'
import { tracksPicture } from '../../widgets/charts/picture/tracks-picture'
import type { ReportFigure } from './report-content'

interface Tracks {
  readonly name: string
  readonly description: string
  readonly source: string
  readonly rowsAre: string
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Rows of the picture where they are not those of the table. */
  readonly drawn?: readonly TableRow[]
  readonly picture: TablePicture
}

/** Rows of a table of the screen as a figure of the report: their picture, and all their cells. */
export function tracksFigure({ name, description, source, rowsAre, columns, rows, drawn = rows, picture }: Tracks): ReportFigure {
  return {
    name,
    description,
    source: `Source: ${source}`,
    svg: pictureSvg(name, tracksPicture(drawn, picture)),
    table: {
      caption: `${name}, in numbers`,
      columns: [rowsAre, ...columns],
      rows: rows.map((row) => [typeof row.note === 'string' ? { text: row.name, note: row.note } : row.name, ...row.cells]),
    },
  }
}
