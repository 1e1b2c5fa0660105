/**
 * Golden rows: features of whole store-items, and what the libraries that trained the models
 * say of them. Written by `npm run train` (training/pipeline/golden.py).
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const schema = z.object({
  format_version: z.literal(1),
  rows: z.number().int(),
  features: z.array(z.string()),
  /** Rows of each series, in order: the series lie one after the other. */
  series_lengths: z.array(z.number().int().positive()),
  models: z.array(z.string()),
  thresholds: z.record(z.string(), z.number()),
  missing_share: z.number(),
})

export interface Golden extends z.infer<typeof schema> {
  /** Row-major, rows x features; NaN is missing. */
  readonly values: Float32Array
  /** Native probability per row, by model. */
  readonly scores: ReadonlyMap<string, Float32Array>
}

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)))

/** Float32 values from planes of their first, second, third and fourth bytes. */
function joinBytePlanes(planes: Uint8Array): Float32Array {
  const count = planes.length / 4
  const bytes = new Uint8Array(planes.length)
  for (let plane = 0; plane < 4; plane++) {
    for (let at = 0; at < count; at++) bytes[at * 4 + plane] = planes[plane * count + at]!
  }
  return new Float32Array(bytes.buffer)
}

/** Reads the files beside this one. */
export function readGolden(): Golden {
  const described = schema.parse(JSON.parse(read('golden.json').toString('utf8')))
  const { rows, features, models } = described
  const columns = joinBytePlanes(gunzipSync(read('features.f32.gz')))
  const values = new Float32Array(rows * features.length)
  for (let column = 0; column < features.length; column++) {
    for (let row = 0; row < rows; row++) values[row * features.length + column] = columns[column * rows + row]!
  }
  const scores = new Float32Array(new Uint8Array(gunzipSync(read('scores.f32.gz'))).buffer)
  return { ...described, values, scores: new Map(models.map((model, at) => [model, scores.subarray(at * rows, (at + 1) * rows)])) }
}
