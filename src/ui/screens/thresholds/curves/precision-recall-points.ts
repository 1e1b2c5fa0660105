/** What the precision-recall figure draws and tables, from curves on the same steps of recall. */
import type { BandPoint } from '../../../../domain/bench/precision-recall-band'
import type { CellTable } from '../../../../domain/csv/cell-table'
import { precisionAtRecalls, type RecallPoint } from '../../../../domain/metrics/precision-at-recalls'
import type { ThresholdCurve } from '../../../../domain/metrics/threshold-curve'
import { formatShare, noValue } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'
import type { PlotPoint } from '../../../widgets/charts/plot-chart'
import { numberCell, type TableTwin, type TwinCell } from '../../../widgets/charts/table-twin'

/** 200 steps of recall: every half percent, 201 points a line. */
const drawnSteps = 200
/** One line of the table in ten points of the chart. */
const tabledEvery = 10

export interface NamedCurve {
  /** Key of the line. */
  readonly id: string
  readonly name: string
  readonly curve: ThresholdCurve
}

/** The interval of precision around one of the lines, by rising recall. */
export interface Band {
  readonly id: string
  readonly points: readonly BandPoint[]
}

/** Key of the band around a line. */
export const bandKey = (id: string) => `${id} band`

export interface PrecisionRecallPoints {
  readonly points: readonly PlotPoint[]
  readonly twin: TableTwin
  readonly cells: CellTable
}

/** @param band null while it is not known how sure a line is */
export function precisionRecallPoints(lines: readonly NamedCurve[], band: Band | null): PrecisionRecallPoints {
  const curves = lines.map(({ curve }) => precisionAtRecalls(curve, drawnSteps))
  const around = band === null ? [] : bandAtRecalls(band.points)
  const points = Array.from({ length: drawnSteps + 1 }, (_, at): PlotPoint => {
    const heights = lines.map(({ id }, which): [string, number | null] => [id, reached(curves[which]?.[at])?.precision ?? null])
    return { ...Object.fromEntries(heights), ...(band === null ? {} : { [bandKey(band.id)]: around[at] ?? null }), x: at / drawnSteps }
  })
  const bandName = lines.find(({ id }) => id === band?.id)?.name ?? ''
  const bandHeaders = band === null ? [] : [`${bandName}: 95% from`, `${bandName}: 95% to`]
  return {
    points,
    twin: {
      caption: 'Precision, and the threshold that gives it, at even steps of recall',
      columns: ['Recall at least', ...lines.map(({ name }) => name), ...bandHeaders],
      rows: points.flatMap(({ x }, at): (readonly TwinCell[])[] =>
        at % tabledEvery === 0
          ? [[numberCell(x, formatWholePercent), ...curves.map((curve) => cellOf(reached(curve[at]))), ...bandHeaders.map((_, end) => numberCell(around[at]?.[end] ?? NaN, formatShare))]]
          : [],
      ),
    },
    cells: {
      headers: ['Recall at least', ...lines.flatMap(({ name }) => [`${name}: precision`, `${name}: threshold`]), ...bandHeaders],
      rows: points.map(({ x }, at) => [
        x,
        ...curves.flatMap((curve) => [reached(curve[at])?.precision ?? null, reached(curve[at])?.threshold ?? null]),
        ...bandHeaders.map((_, end) => around[at]?.[end] ?? null),
      ]),
    },
  }
}

/** Rows without an answer stand at -Infinity: no threshold finds them, and the line ends before. */
function reached(point: RecallPoint | undefined): RecallPoint | undefined {
  return point !== undefined && Number.isFinite(point.threshold) ? point : undefined
}

function cellOf(point: RecallPoint | undefined): string {
  return point === undefined ? noValue : `${formatShare(point.precision)} at ${point.threshold.toFixed(3)}`
}

/** At each step of recall the interval at the first studied threshold that finds as much; null where too few items stand behind it. */
function bandAtRecalls(studied: readonly BandPoint[]): readonly (readonly [number, number] | null)[] {
  let at = 0
  return Array.from({ length: drawnSteps + 1 }, (_, step) => {
    while (at < studied.length - 1 && studied[at]!.recall.value < step / drawnSteps) at++
    const precision = studied[at]?.precision
    return precision === undefined || precision.tooFew || Number.isNaN(precision.low) ? null : [precision.low, precision.high]
  })
}
