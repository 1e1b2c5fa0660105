/** Headers in one form, so that spellings of one name are equal. */
import { monthNamed } from './parse-date'

/**
 * Unicode NFKC, byte order mark off, camelCase split, lower case, accents off, everything that is
 * no letter or digit one `_`: `Qty On-Hand`, `qtyOnHand` and `QTY_ON_HAND` are `qty_on_hand`.
 */
export function normalizeHeader(header: string): string {
  const known = normalForms.get(header)
  if (known !== undefined) return known
  const form = normalForm(header)
  if (normalForms.size >= formsKept) normalForms.clear()
  normalForms.set(header, form)
  return form
}

/** Every field asks for the form of every header: the last ones are kept. */
const normalForms = new Map<string, string>()
const formsKept = 5_000

function normalForm(header: string): string {
  return header
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toLowerCase()
    .normalize('NFD')
    // Latin accents alone: in other scripts the marks are part of the letter.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}

/** The normal form without `_`: `on_hand` and `onhand` are one. */
export function compactHeader(header: string): string {
  return normalizeHeader(header).replaceAll('_', '')
}

/** Does a header name a period (a month, a week, a day): the mark of a wide table? */
export function isPeriodHeader(header: string): boolean {
  const words = normalizeHeader(header)
  return (
    /^(?:\w+_)?(?:19|20)\d{2}_?(?:0?[1-9]|1[0-2]|w\d{1,2}|kw_?\d{1,2}|q[1-4])(?:_?\d{1,2})?$/.test(words) ||
    /^\d{1,2}_\d{1,2}_(?:19|20)?\d{2}$/.test(words) ||
    /^(?:0?[1-9]|1[0-2])_(?:19|20)\d{2}$/.test(words) ||
    /^(?:d|day|week|wk|w|kw|month|m|period|p|semaine|semana|woche|monat|mois|mes|dzien)_?\d{1,4}$/.test(words) ||
    isMonth(words)
  )
}

/** `jan`, `january_2025`, `mars25` */
function isMonth(words: string): boolean {
  const parts = /^(\p{L}+)_?(?:(?:19|20)?\d{2})?$/u.exec(words)
  return parts !== null && !Number.isNaN(monthNamed(parts[1]!))
}
