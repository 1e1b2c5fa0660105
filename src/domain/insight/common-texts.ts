/** The texts that most rows have: where a column of texts is tried. */
import type { ValueSpread } from './insight-question'

/** At most `most` texts, the most frequent first, those alike in order of the alphabet; '' is missing and left out. */
export function commonTexts(values: readonly string[], most: number): readonly string[] {
  const counts = countTexts(values)
  counts.delete('')
  return [...counts].sort(([a, rows], [b, others]) => others - rows || (a < b ? -1 : 1)).slice(0, most).map(([text]) => text)
}

/** How rows lie over some texts; those with another count as rows and stand in no bin. */
export function textSpread(values: readonly string[], texts: readonly string[]): ValueSpread {
  const counts = countTexts(values)
  return { rows: values.length, missing: counts.get('') ?? 0, from: 0, to: Math.max(0, texts.length - 1), counts: Uint32Array.from(texts, (text) => counts.get(text) ?? 0) }
}

function countTexts(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
