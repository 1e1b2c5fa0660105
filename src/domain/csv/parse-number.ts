/** Reading a number as a file spells it. */

/** Spellings of "no value", lower case, blanks off. */
const missingWords: ReadonlySet<string> = new Set([
  '', '-', '--', '---', '–', '—', '.', '?', 'null', '(null)', '\\n', 'na', 'n/a', '#n/a', '#na', 'n.a.', 'nan', 'none', 'nil', 'k.a.', 'n.v.', 'n.d.', 's/d', 'b.d.', 'missing', 'unknown', '(blank)', '#null!', '#value!', '#ref!', '#div/0!', 'なし',
])

/** Does this text stand for "no value"? */
export function isMissing(text: string): boolean {
  return text === '' || (text.length <= 9 && missingWords.has(text.trim().toLowerCase()))
}

const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

/** Answer of `parsePlainNumber` for a spelling that it leaves to `parseNumber`. */
export const notPlain = Number.POSITIVE_INFINITY

/**
 * The plain spellings (digits, one decimal mark, a leading minus; at most 15 digits) straight
 * from the characters; NaN where there are none, `notPlain` for all else.
 * Both parts of the quotient are exact, so the result is that of `Number`.
 */
export function parsePlainNumber(text: string, decimalMark: number): number {
  const end = text.length
  if (end === 0) return Number.NaN
  let at = 0
  const negative = text.charCodeAt(at) === 45
  if (negative) at++
  if (end - at > 16 || at >= end) return notPlain
  let digits = 0
  let whole = 0
  let decimals = -1
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + (code - 48)
      digits++
      if (decimals >= 0) decimals++
    } else if (code === decimalMark && decimals < 0) decimals = 0
    else return notPlain
  }
  if (digits === 0 || digits > 15) return notPlain
  const value = decimals > 0 ? whole / powersOfTen[decimals]! : whole
  return negative ? -value : value
}

const currency = /^(?:[$€£¥₩₹₽₺]|R\$|zł|kr\.?|CHF|EUR|USD|GBP|JPY|PLN|SEK|BRL)\s*|\s*(?:[$€£¥₩₹₽₺円]|zł|kr\.?|CHF|EUR|USD|GBP|JPY|PLN|SEK|BRL)$/giu

const grouped = {
  // Western groups of three, or Indian ones: the last group has three digits, those before it two or three.
  '.': /^\d{1,3}(?:(?:,\d{2,3})*,\d{3}|(?:[ '’]\d{3})+)(?:\.\d*)?$/,
  ',': /^\d{1,3}(?:(?:\.\d{3})+|(?:[ '’]\d{3})+)(?:,\d*)?$/,
} as const
const plainForm = {
  '.': /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i,
  ',': /^(?:\d+,?\d*|,\d+)(?:e[+-]?\d+)?$/i,
} as const

/**
 * A number in any spelling that can mean one thing only under this decimal mark: groups of
 * thousands, currency signs, a minus behind, brackets or a triangle (▲5) for negatives, an exponent. NaN for all else:
 * a unit behind the number, a percentage, a group of two digits.
 */
export function parseNumber(text: string, decimal: '.' | ','): number {
  let rest = text.normalize('NFKC').trim().replace(/\u2212|^[▲△](?=\s*\d)/gu, '-').replace(/\s/gu, ' ')
  let sign = 1
  const bracketed = /^\((.*)\)$/.exec(rest)
  if (bracketed) {
    sign = -1
    rest = bracketed[1]!.trim()
  }
  rest = rest.replace(currency, '').trim()
  if (/^[+-]/.test(rest)) {
    // `(-5)` says it twice and means it once.
    if (rest.startsWith('-')) sign = -1
    rest = rest.slice(1).trim()
  } else if (rest.endsWith('-')) {
    sign = -1
    rest = rest.slice(0, -1).trim()
  }
  rest = rest.replace(currency, '')
  if (grouped[decimal].test(rest)) rest = decimal === '.' ? rest.replace(/[, '’]/g, '') : rest.replace(/[. '’]/g, '')
  else if (!plainForm[decimal].test(rest)) return Number.NaN
  return sign * Number(rest.replace(',', '.'))
}

const yes: ReadonlySet<string> = new Set(['1', '1.0', '1,0', 'true', 't', 'yes', 'y', 'x', 'ja', 'j', 'wahr', 'oui', 'o', 'vrai', 'si', 'sí', 's', 'verdadero', 'vero', 'sim', 'tak', 'on', 'promo', 'はい', '有'])
const no: ReadonlySet<string> = new Set(['0', '0.0', '0,0', 'false', 'f', 'no', 'n', 'nein', 'falsch', 'non', 'faux', 'falso', 'não', 'nao', 'nie', 'nej', 'nee', 'off', 'いいえ', '無'])

/** 1, 0, or NaN where the text is neither a yes nor a no in a language that we know. */
export function parseFlag(text: string): number {
  const word = text.trim().toLowerCase()
  return yes.has(word) ? 1 : no.has(word) ? 0 : Number.NaN
}
