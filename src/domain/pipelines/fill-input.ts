/** The values of one input of a pipeline, for a batch of rows. */
import { featureNames } from '../features/catalog'
import type { FieldColumns } from './gather-fields'
import type { ColumnSource, PipelineInput } from './pipeline-spec'

export type InputValues = Float32Array | Float64Array | BigInt64Array | string[]

/** Rows of a block, with what may feed a pipeline. */
export interface PipelineRows {
  /** Row-major, all catalog features of the block. */
  readonly values: Float32Array
  /** The chosen rows of the block. */
  readonly rows: Int32Array
  /** Aligned with `rows`. */
  readonly columns: FieldColumns
}

const widthOfBlock = featureNames.length
/** An identifier or a number as digits, and nothing else. */
const digits = /^-?\d+(?:\.\d+)?$/

/**
 * Row-major values of the rows `from` up to, not including, `to`. Missing is NaN, or '' in texts. A whole
 * number cannot be missing: the row is marked in `gaps` (aligned with the batch) and filled with 0, and
 * its score is to be thrown away; so is one where the value is no whole number.
 */
export function fillInput({ type, columns }: PipelineInput, block: PipelineRows, from: number, to: number, gaps: Uint8Array): InputValues {
  const count = to - from
  const wide = columns.length
  if (type === 'string') {
    const texts = new Array<string>(count * wide)
    columns.forEach(({ source }, j) => {
      const text = textOf(source, block)
      for (let i = 0; i < count; i++) texts[i * wide + j] = text(from + i)
    })
    return texts
  }
  const whole = type === 'int64' ? new BigInt64Array(count * wide) : null
  const broken = type === 'float32' ? new Float32Array(count * wide) : new Float64Array(whole ? 0 : count * wide)
  columns.forEach(({ source }, j) => {
    const number = numberOf(source, block)
    for (let i = 0; i < count; i++) {
      const value = number(from + i)
      if (!whole) broken[i * wide + j] = value
      else if (Number.isSafeInteger(value)) whole[i * wide + j] = BigInt(value)
      else gaps[i] = 1
    }
  })
  return whole ?? broken
}

/** The number at a position of `rows`; NaN where there is none. */
function numberOf(source: ColumnSource, { values, rows, columns }: PipelineRows): (at: number) => number {
  if (source.kind === 'feature') {
    const feature = featureNames.indexOf(source.feature)
    return (at) => values[rows[at]! * widthOfBlock + feature]!
  }
  const column = columns[source.field]
  if (column instanceof Float64Array) return (at) => column[at]!
  return (at) => {
    const text = column?.[at] ?? ''
    return digits.test(text) ? Number(text) : NaN
  }
}

function textOf(source: ColumnSource, block: PipelineRows): (at: number) => string {
  const column = source.kind === 'field' ? block.columns[source.field] : undefined
  if (column && !(column instanceof Float64Array)) return (at) => column[at] ?? ''
  const number = numberOf(source, block)
  return (at) => {
    const value = number(at)
    return Number.isNaN(value) ? '' : String(value)
  }
}
