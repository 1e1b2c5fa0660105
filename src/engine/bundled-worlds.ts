/** The scores and labels of the test worlds that ship with the models, for extracts without labels. */
import { z } from 'zod'
import { buildThresholdCurve, type ThresholdCurve } from '../domain/metrics/threshold-curve'
import { combinedScore, type CombinedFormula } from '../domain/scoring/combined-score'
import type { FileSource } from './load-models'

const schema = z.object({ format_version: z.literal(1), rows: z.number().int().positive(), models: z.array(z.string()).min(1) })

export interface BundledWorlds {
  /** By model id, one probability a row. */
  readonly scores: ReadonlyMap<string, Float32Array>
  /** 1 phantom, 0 not. */
  readonly labels: Uint8Array
}

/**
 * `test-worlds.json` and `test-worlds.bin`: float32 scores model by model, then one label byte a
 * row. Null where they are missing or do not fit together: curves then need an extract's own labels.
 */
export async function readBundledWorlds(source: FileSource): Promise<BundledWorlds | null> {
  const [head, body] = await Promise.all([source.read('test-worlds.json'), source.read('test-worlds.bin')])
  if (!head || !body) return null
  const read = schema.safeParse(jsonOrNull(head))
  if (!read.success) return null
  const { rows, models } = read.data
  if (body.byteLength !== rows * (4 * models.length + 1)) return null
  const bytes = body.slice()
  return {
    scores: new Map(models.map((model, i) => [model, new Float32Array(bytes.buffer, i * rows * 4, rows)])),
    labels: new Uint8Array(bytes.buffer, models.length * rows * 4, rows),
  }
}

/** The worlds with the combined score, computed from the scores that they hold; unchanged where one of its models is not among them. */
export function withCombinedScores(worlds: BundledWorlds | null, formula: CombinedFormula | null): BundledWorlds | null {
  if (!worlds || !formula) return worlds
  const columns = formula.models.flatMap((id) => worlds.scores.get(id) ?? [])
  if (columns.length < formula.models.length) return worlds
  return { ...worlds, scores: new Map([...worlds.scores, [formula.id, combinedScore(formula, columns)]]) }
}

/** The curve of one model over the bundled worlds; null where that model is not among them. */
export function bundledCurve(worlds: BundledWorlds | null, model: string): ThresholdCurve | null {
  const scores = worlds?.scores.get(model)
  return worlds && scores ? buildThresholdCurve(scores, worlds.labels) : null
}

/** JSON from UTF-8 bytes; null where it is none. */
export function jsonOrNull(bytes: Uint8Array | null): unknown {
  if (!bytes) return null
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return null
  }
}
