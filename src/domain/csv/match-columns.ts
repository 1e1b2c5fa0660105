/** How well each column suits each field, by its header and by its values. */
import type { ColumnProfile } from './column-profile'
import { type FieldName, fieldNamed, fields } from './fields'
import { aliases } from './header-aliases'
import { conceptTrust } from './concept-rules'
import { namesMoney } from './header-concepts'
import { isRejectColumn } from './reject-columns'
import { compactHeader, normalizeHeader } from './header-words'

export interface Suit {
  /** 0 to 1. */
  readonly confidence: number
  readonly reason: string
}

const sure = 0.97
const likely = 0.86
const weak = 0.6

interface Known {
  readonly field: FieldName
  readonly trust: number
}

/** Names to fields: a later, less sure meaning of a name stands behind the surer ones. */
const known = new Map<string, Known[]>()
for (const { name } of fields) {
  for (const [words, trust] of [
    [aliases[name].sure, sure],
    [aliases[name].likely, likely],
    [aliases[name].weak, weak],
  ] as const) {
    for (const word of words?.split(' ') ?? []) {
      const key = compactHeader(word)
      const entries = known.get(key) ?? []
      if (!entries.some((entry) => entry.field === name)) entries.push({ field: name, trust })
      known.set(key, entries)
    }
  }
}
// A balance of the day is what the reference form of this problem calls on-hand, next to the balance of the moment.
known.set('dailyboh', [{ field: 'on_hand', trust: 0.99 }])
// A bare quantity is sooner what was sold than what is there.
for (const word of ['qty', 'quantity', 'menge', 'cantidad', 'quantidade', 'quantite', 'quantita', 'aantal', 'ilosc', 'antal', '数量']) {
  known.get(word)?.push({ field: 'on_hand', trust: 0.55 })
}

// A store room or what lies in it: German writes both, the Nordic languages mean the stock.
known.get('lager')?.push({ field: 'on_hand', trust: 0.65 })

/** A header behind the name of its table, as in `inv.on_hand` and `MARD-LABST`, or behind the 0 of a data warehouse (`0PLANT`). */
function withoutTable(header: string): string {
  return header.slice(header.lastIndexOf('.') + 1).replace(/^[A-Z][A-Z0-9]{3}-|^0(?=\p{L})/u, '')
}

/** Forms under which a header may be known: whole, without brackets, behind a table's name, without a unit behind, without small words. */
function formsOf(header: string): readonly string[] {
  const bare = header.replace(/[([{].*?[)\]}]/gu, ' ')
  const last = withoutTable(header)
  const unitless = normalizeHeader(bare).replace(/(?:_(?:in|en|em))?_(?:units?|qty|ea|each|pcs|st|stk|stuck|stueck|stuks|szt|uds|un|unites|unidades|unidad|pz|pezzi)$/, '')
  const terse = normalizeHeader(header).replace(/_(?:of|the|de|d|du|des|del|do|da|di|della|van|w)(?=_)/g, '')
  return [...new Set([header, bare, last, unitless, terse])].map(compactHeader).filter((form) => form !== '')
}

/** `Sales $`, `Stock (€)`, `Sold %`, `Satış Tutarı`: a sign or a word says that no units are counted. */
function isMoneyOrShare(header: string): boolean {
  return /[$€£¥₩₹₽%]/.test(header.normalize('NFKC')) || namesMoney(header)
}

function countsUnits(field: FieldName): boolean {
  return fieldNamed(field).kind === 'number' && field !== 'price' && field !== 'unit_cost'
}

/** Trust in a column as a field from its header alone; 0: the header does not say so. */
export function headerTrust(header: string, field: FieldName): number {
  if (countsUnits(field) && isMoneyOrShare(header)) return 0
  const forms = formsOf(header)
  const words = normalizeHeader(header)
  const { never } = aliases[field]
  let trust = 0
  forms.forEach((form, at) => {
    const found = known.get(form)?.find((entry) => entry.field === field)
    if (!found) return
    // A name that is only known once something is cut off is a little less sure, and what was cut off may deny it: `On Hand (Value)`.
    if (at === 0) trust = Math.max(trust, found.trust)
    else if (!never?.test(normalizeHeader(withoutTable(header)))) trust = Math.max(trust, found.trust - 0.04)
  })
  if (trust > 0) return trust
  if (forms.some((form) => known.has(form))) return 0
  if (never?.test(words)) return conceptTrust(header, field)
  for (const [pattern, share] of aliases[field].patterns ?? []) if (pattern.test(words)) trust = Math.max(trust, share)
  return Math.max(trust, conceptTrust(header, field))
}

/** Does the header speak of the field and deny it in the same breath: on-hand in money, sales of last week? */
export function speaksOfAnother(header: string, field: FieldName): boolean {
  if (headerTrust(header, field) > 0) return false
  const words = normalizeHeader(header)
  const named = (forms: readonly string[]) => forms.some((form) => known.get(form)?.some((entry) => entry.field === field && entry.trust > weak))
  return named(formsOf(header)) || (aliases[field].patterns ?? []).some(([pattern]) => pattern.test(words))
}

/** Do the values refute (0), allow (below 1) or confirm (1) the field? */
export function valueFit(profile: ColumnProfile, field: FieldName): number {
  const { kind } = fieldNamed(field)
  if (profile.filled === 0) return kind === 'text' || fieldNamed(field).need === 'optional' ? 0.9 : 0
  const step = (share: number) => (share >= 0.75 ? 1 : share >= 0.5 ? 0.85 : 0)
  switch (kind) {
    case 'date':
      return step(profile.dateShare)
    case 'number':
      // Written dates and identifiers of many digits are no quantities.
      if (profile.writtenDateShare > 0.5 && profile.numberShare < 0.9) return 0
      return profile.largest > 1e9 ? 0 : step(profile.numberShare)
    case 'flag':
      return step(profile.flagShare)
    case 'identifier':
      return profile.writtenDateShare > 0.5 ? 0 : 1
    case 'text':
      return profile.writtenDateShare > 0.9 ? 0 : 1
  }
}

/** Texts of several words in a column named "Item" or "Producto" are what items are called, not their numbers. */
function trustByWords(header: string, profile: ColumnProfile, field: FieldName): number {
  const trust = headerTrust(header, field)
  if (profile.wordyShare < 0.5) return trust
  if (field === 'sku_id') return trust * 0.7
  return field === 'item_name' && trust === 0 && headerTrust(header, 'sku_id') >= likely ? likely : trust
}

/** A column as a field; null where header or values say no. */
export function suit(header: string, profile: ColumnProfile, field: FieldName): Suit | null {
  const trust = trustByWords(header, profile, field)
  const fit = valueFit(profile, field)
  const { label, kind } = fieldNamed(field)
  if (trust > 0 && fit > 0) {
    const value = profile.example === '' ? 'the cells seen are empty' : `values such as ${profile.example.slice(0, 30)} agree`
    return { confidence: trust * fit, reason: `"${header}" is a name for ${label.toLowerCase()}, and ${value}.` }
  }
  // The one thing that values say by themselves: these are days.
  if (kind === 'date' && trust === 0 && (profile.writtenDateShare > 0.9 || profile.compactDateShare > 0.99) && !aliases.date.never?.test(normalizeHeader(header))) {
    return { confidence: 0.8, reason: `The values of "${header}" are dates, such as ${profile.example}.` }
  }
  return null
}

/** Is the header known to mean something, so that it is no candidate for what is still missing? */
export function isSpokenFor(header: string): boolean {
  return isRejectColumn(header) || isMoneyOrShare(header) || fields.some(({ name }) => headerTrust(header, name) > 0) || fields.some(({ name }) => fieldNamed(name).need === 'always' && aliases[name].never?.test(normalizeHeader(header)))
}
