/** The values of one input of a pipeline, for a batch of rows. */
import { featureNames } from '../features/catalog'
import type { FieldColumns } from './gather-fields'
import type { ColumnSource, InputType, PipelineInput } from './pipeline-spec'

/** Truths are 0 and 1. */
export type InputValues = Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array | string[]

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
 * number, or a truth, cannot be missing: the row is marked in `gaps` (aligned with the batch) and filled
 * with 0, and its score is to be thrown away; so is one where the value is no whole number (of 32 bits,
 * where the input says so), or a truth that is neither 0 nor 1.
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
  const numbers = new Float64Array(count * wide)
  const takes = taken[type]
  columns.forEach(({ source }, j) => {
    const number = numberOf(source, block)
    for (let i = 0; i < count; i++) {
      const value = number(from + i)
      if (takes(value)) numbers[i * wide + j] = value
      else gaps[i] = 1
    }
  })
  return asInput(type, numbers)
}

/** Which numbers an input of a type can be given; NaN among them where it may be missing. */
const taken: Readonly<Record<Exclude<InputType, 'string'>, (value: number) => boolean>> = {
  float32: () => true,
  float64: () => true,
  int64: (value) => Number.isSafeInteger(value),
  int32: (value) => (value | 0) === value,
  bool: (value) => value === 0 || value === 1,
}

/** Numbers in the form of an input's type. All of them must be `taken` by it. */
function asInput(type: Exclude<InputType, 'string'>, numbers: Float64Array): InputValues {
  switch (type) {
    case 'float32':
      return Float32Array.from(numbers)
    case 'float64':
      return numbers
    case 'int64':
      return BigInt64Array.from(numbers, (value) => BigInt(value))
    case 'int32':
      return Int32Array.from(numbers)
    case 'bool':
      return Uint8Array.from(numbers)
  }
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
