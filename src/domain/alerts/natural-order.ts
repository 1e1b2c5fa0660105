/** Texts as people order them: "aisle 2" before "aisle 10", without regard to case. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Negative where `a` comes first, 0 where they stand together; a missing text comes last. */
export function compareNaturally(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  return collator.compare(a, b)
}

/** Comparing a hundred thousand texts takes a quarter of a second: once a list is enough. */
const known = new WeakMap<readonly string[], Float64Array>()

/** Per text its place in that order, from 0; texts that compare equal share a place. The list must not change afterwards. */
export function naturalRanks(texts: readonly string[]): Float64Array {
  const before = known.get(texts)
  if (before) return before
  const order = texts.map((_, i) => i).sort((a, b) => collator.compare(texts[a]!, texts[b]!))
  const ranks = new Float64Array(texts.length)
  let rank = 0
  order.forEach((text, i) => {
    if (i > 0 && collator.compare(texts[order[i - 1]!]!, texts[text]!) !== 0) rank++
    ranks[text] = rank
  })
  known.set(texts, ranks)
  return ranks
}
