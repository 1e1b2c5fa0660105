import { featuresUnknown } from './model-faults'
import type { Checked } from './read-model-files'

/**
 * Which columns of the feature block feed a graph, by name.
 *
 * @param wanted names in the graph's order (a subset of the catalog, in any order)
 * @param known names in the block's order
 * @returns per input column of the graph the column of the block; or the names that are unknown
 */
export function matchFeatures(model: string, wanted: readonly string[], known: readonly string[]): Checked<Int32Array> {
  const place = new Map(known.map((name, column) => [name, column]))
  const unknown = wanted.filter((name) => !place.has(name))
  if (unknown.length > 0) return { ok: false, fault: featuresUnknown(model, unknown) }
  return { ok: true, value: Int32Array.from(wanted, (name) => place.get(name)!) }
}
