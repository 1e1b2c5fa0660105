import { describe, expect, it } from 'vitest'
import { featureNames } from '../features/catalog'
import { fillInput } from './fill-input'
import type { InputType } from './pipeline-spec'

const rows = Int32Array.of(0, 1, 2, 3, 4)
const block = {
  values: new Float32Array(rows.length * featureNames.length),
  rows,
  columns: { on_hand: Float64Array.of(1, 0, NaN, 2.5, 3e9), category: ['Dairy', '', '7', 'x', 'y'] },
}

function filled(type: InputType, field: 'on_hand' | 'category' = 'on_hand') {
  const gaps = new Uint8Array(rows.length)
  const values = fillInput({ name: 'x', type, rank: 2, columns: [{ name: 'x', source: { kind: 'field', field } }] }, block, 0, rows.length, gaps)
  return { values, gaps: [...gaps] }
}

describe('the values of an input', () => {
  it('are broken numbers as they are, missing ones too', () => {
    expect(filled('float32')).toEqual({ values: Float32Array.of(1, 0, NaN, 2.5, 3e9), gaps: [0, 0, 0, 0, 0] })
    expect(filled('float64').values).toEqual(Float64Array.of(1, 0, NaN, 2.5, 3e9))
  })

  it('are whole numbers or a gap, where the type knows no other', () => {
    expect(filled('int64')).toEqual({ values: BigInt64Array.of(1n, 0n, 0n, 0n, 3_000_000_000n), gaps: [0, 0, 1, 1, 0] })
    expect(filled('int32')).toEqual({ values: Int32Array.of(1, 0, 0, 0, 0), gaps: [0, 0, 1, 1, 1] })
    expect(filled('bool')).toEqual({ values: Uint8Array.of(1, 0, 0, 0, 0), gaps: [0, 0, 1, 1, 1] })
  })

  it('are texts, or numbers as texts, with nothing for what is missing', () => {
    expect(filled('string', 'category').values).toEqual(['Dairy', '', '7', 'x', 'y'])
    expect(filled('string').values).toEqual(['1', '0', '', '2.5', '3000000000'])
  })
})
