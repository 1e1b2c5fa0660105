/** A header taken apart into words whose meaning is known. */
import { normalizeHeader } from './header-words'
import { type Concept, lexicon, moneyWords } from './header-lexicon'

const conceptsOf = new Map<string, Set<Concept>>()
for (const concept of Object.keys(lexicon).filter((name): name is Concept => name in lexicon)) {
  for (const text of lexicon[concept].split(' ')) {
    const word = normalizeHeader(text)
    conceptsOf.set(word, (conceptsOf.get(word) ?? new Set<Concept>()).add(concept))
  }
}
const money = new Set(moneyWords.split(' ').map(normalizeHeader))

/** Scripts that write words without blanks between them. */
const unspaced = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const unspacedMoney = [...money].filter((word) => unspaced.test(word))
/** A shorter word inside a longer one is chance. */
const leastInside = 3
/** Too short for that, but at the end of a compound they are plain: Varenr, Butiksnr. */
const shortEnds = new Set(['nr', 'id'])
/** Letters that join the parts of a compound: Verkauf-s-tag, Ware-n-gruppe. */
const joints = ['s', 'n', 'en', 'es']

/** Headers that were taken apart already: each is asked about once a field. */
const taken = new Map<string, readonly Meanings[] | null>()
const takenMost = 1_000

/** What one word of a header may mean. */
export type Meanings = ReadonlySet<Concept>

/**
 * The meanings of a header's words in their order, small words left out; null where a word of it is
 * not known, for then nobody can say what the whole means.
 */
export function headerConcepts(header: string): readonly Meanings[] | null {
  const known = taken.get(header)
  if (known !== undefined) return known
  const found = takeApart(header)
  if (taken.size >= takenMost) taken.clear()
  taken.set(header, found)
  return found
}

function takeApart(header: string): readonly Meanings[] | null {
  const meanings: Meanings[] = []
  for (const token of normalizeHeader(header).split('_')) {
    const parts = partsOf(token)
    if (parts === null) return null
    meanings.push(...parts)
  }
  const telling = meanings.filter((meaning) => !meaning.has('small'))
  return telling.length === 0 ? null : telling
}

/** Does a word of the header make it an amount of money? */
export function namesMoney(header: string): boolean {
  return normalizeHeader(header)
    .split('_')
    .some((token) => money.has(token) || (unspaced.test(token) && unspacedMoney.some((word) => token.endsWith(word))))
}

/** The parts of one token: itself, or a compound of as few known words as can be; null where it is neither. */
function partsOf(token: string): readonly Meanings[] | null {
  const whole = conceptsOf.get(token)
  if (whole) return [whole]
  const least = unspaced.test(token) ? 1 : leastInside
  // best[end]: the fewest words that make up the token up to there.
  const best: (readonly Meanings[] | null)[] = [[], ...Array<null>(token.length).fill(null)]
  const offer = (end: number, parts: readonly Meanings[]) => {
    const known = best[end]
    if (!known || parts.length < known.length) best[end] = parts
  }
  for (let start = 0; start < token.length; start++) {
    const before = best[start]
    if (!before) continue
    if (before.length > 0) for (const joint of joints) if (least > 1 && token.startsWith(joint, start) && start + joint.length < token.length) offer(start + joint.length, before)
    const from = start > 0 && shortEnds.has(token.slice(start)) ? token.length : start + least
    for (let end = from; end <= token.length; end++) {
      const meaning = conceptsOf.get(token.slice(start, end))
      if (meaning && !meaning.has('small')) offer(end, [...before, meaning])
    }
  }
  return best[token.length] ?? null
}
