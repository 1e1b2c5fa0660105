/** Why no mapping of these columns can help. */
import { faultOf, faultOfMissingFields } from './fault-sentences'
import type { FieldName } from './fields'
import { transactionHeaders } from './header-aliases'
import { isPeriodHeader, normalizeHeader } from './header-words'
import { certainFrom, type Mapping } from './mapping'
import { type MappingSample, unknownIdentifiers, unknownNumbers } from './mapping-sample'
import { headerTrust, speaksOfAnother, valueFit } from './match-columns'
import { parseDate } from './parse-date'
import type { Fault } from './problems'

/** Names that are data, or periods. */
export function faultOfHeader(headers: readonly string[]): Fault | null {
  const filled = headers.filter((text) => text.trim() !== '')
  const isWrittenDate = (text: string) => /\D/.test(text.trim()) && !Number.isNaN(parseDate(text, 'dmy'))
  const periods = filled.filter((text) => isPeriodHeader(text) || isWrittenDate(text))
  const named = filled.some((text) => headerTrust(text, 'date') >= certainFrom)
  if (!named && periods.length >= 3 && periods.length >= 0.3 * filled.length) {
    return faultOf('wide-months', `${periods.slice(0, 3).join(', ')}${periods.length > 3 ? ', ...' : ''}`)
  }
  const data = filled.filter((text) => isWrittenDate(text) || /^-?\d+([.,]\d+)?$/.test(text.trim()))
  if (data.length > 0.3 * filled.length) return faultOf('no-header', ` (${filled.slice(0, 4).join(', ')})`)
  return null
}

export function faultOfSample(sample: MappingSample, columnOf: Mapping['columns'], missing: readonly FieldName[]): Fault | null {
  const used = new Set(Object.values(columnOf))
  const transaction = sample.headers.find((text, at) => !used.has(at) && transactionHeaders.test(normalizeHeader(text)))
  if ((missing.includes('on_hand') || missing.includes('units_sold')) && transaction !== undefined) return faultOf('transaction-log', ` (it has "${transaction}")`)
  if (missing.length === 0) return null
  if (missing.includes('date')) {
    const parts = sample.headers.filter((text) => /^(?:year|month|jahr|monat|annee|mois|ano|anio|mes|anno|mese|jaar|maand|rok|miesiac|ar|manad|年|月)$/.test(normalizeHeader(text)))
    const named = sample.headers.findIndex((text, at) => headerTrust(text, 'date') >= certainFrom && sample.profiles[at]!.filled > 0)
    if (parts.length < 2 && named >= 0) return faultOf('no-dates', `: "${sample.headers[named]!}" has values such as ${sample.profiles[named]!.example.slice(0, 30)}, which are not read as days (2025-03-31 is)`)
    return faultOf('no-dates', parts.length >= 2 ? `; parts of dates stand in ${parts.map((text) => `"${text}"`).join(' and ')}, where one column with the whole date is needed` : '')
  }
  const leftovers = unknownNumbers(sample, columnOf)
  const helpless = missing.filter((field) => (field === 'sku_id' ? unknownIdentifiers(sample, columnOf).length === 0 : leftovers.length === 0))
  return helpless.length > 0 ? faultOfMissingFields(helpless, (field) => whyNot(sample, field)) : null
}

/** Why the columns that come near a field are none for it, with the words of the file; '' where none comes near. */
function whyNot({ headers, profiles }: MappingSample, field: FieldName): string {
  const named = headers.findIndex((text, at) => headerTrust(text, field) >= certainFrom && profiles[at]!.filled > 0 && valueFit(profiles[at]!, field) === 0)
  if (named >= 0) return `"${headers[named]!}" has values such as ${profiles[named]!.example.slice(0, 30)}, which are not plain numbers`
  const other = headers.filter((text) => speaksOfAnother(text, field)).slice(0, 3)
  return other.length === 0 ? '' : `by ${other.map((text) => `"${text}"`).join(' and ')} another quantity is meant`
}
