/** Reading a calendar day as a file spells it. */
import type { EpochDay } from '../table/extract-table'
import type { DateOrder } from './mapping'

/** Days outside are no business days of a shop: a wrong column or a wrong year. 1990-01-01 to 2099-12-31. */
export const firstPlausibleDay: EpochDay = 7_305
export const lastPlausibleDay: EpochDay = 47_481

/** Serial numbers count days from 1899-12-30 in spreadsheets. */
const serialOfEpoch = 25_569

/** Days since 1970-01-01 of a proleptic Gregorian date; NaN where there is no such day. */
export function epochDay(year: number, month: number, day: number): EpochDay {
  if (month < 1 || month > 12 || day < 1) return Number.NaN
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const daysInMonth = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  if (day > daysInMonth) return Number.NaN
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

/** yyyy-mm-dd of a day. */
export function isoDay(day: EpochDay): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'janvier', 'janv', 'ene', 'enero', 'januar', 'gen', 'gennaio', 'januari', 'styczen', 'sty', 'janeiro'],
  ['feb', 'fev', 'fevrier', 'fevr', 'febrero', 'februar', 'febbraio', 'februari', 'lut', 'luty', 'fevereiro'],
  ['mar', 'mars', 'marz', 'marzo', 'mrz', 'maerz', 'maart', 'mrt', 'marzec', 'marco'],
  ['apr', 'avr', 'avril', 'abr', 'abril', 'april', 'aprile', 'kwi', 'kwiecien'],
  ['may', 'mai', 'mayo', 'mag', 'maggio', 'mei', 'maj', 'maio'],
  ['jun', 'juin', 'junio', 'juni', 'giu', 'giugno', 'cze', 'czerwiec', 'junho'],
  ['jul', 'juil', 'juillet', 'julio', 'juli', 'lug', 'luglio', 'lip', 'lipiec', 'julho'],
  ['aug', 'aou', 'aout', 'ago', 'agosto', 'august', 'augustus', 'augusti', 'sie', 'sierpien'],
  ['sep', 'sept', 'septembre', 'septiembre', 'september', 'set', 'settembre', 'wrz', 'wrzesien', 'setembro'],
  ['oct', 'octobre', 'octubre', 'okt', 'oktober', 'ott', 'ottobre', 'paz', 'pazdziernik', 'out', 'outubro'],
  ['nov', 'novembre', 'noviembre', 'november', 'lis', 'listopad', 'novembro'],
  ['dec', 'decembre', 'dic', 'diciembre', 'dez', 'dezember', 'dicembre', 'december', 'gru', 'grudzien', 'dezembro'],
]
const monthOfName = new Map(monthNames.flatMap((names, at) => names.map((name) => [name, at + 1] as const)))

/** 1 to 12 of a month's name or short form in the languages that we know; NaN otherwise. English full names too. */
export function monthNamed(name: string): number {
  const key = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[ł]/g, 'l').replace(/\.$/, '').toLowerCase()
  return monthOfName.get(key) ?? (/^(january|february|march|june|july|october)$/.test(key) ? monthOfName.get(key.slice(0, 3))! : Number.NaN)
}

function fullYear(text: string): number {
  const year = Number(text)
  // Two digits: no shop exports days of the last century.
  return text.length === 2 ? 2000 + year : year
}

/** What may stand behind a day: a time of day, with a zone or without. */
const time = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`
const weekday = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`
const yearFirst = new RegExp(`^(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})\\.?${time}$`)
const compact = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/
const compactWithTime = /^(\d{4})(\d{2})(\d{2})[T ]\d{4,6}Z?$/
const yearLast = new RegExp(`^${weekday}(\\d{1,2})(?:[-/.] ?| )(\\d{1,2})(?:[-/.] ?| )(\\d{4}|\\d{2})\\.?${time}$`, 'u')
const dayNameYear = new RegExp(`^${weekday}(\\d{1,2})\\.?(?:[-/. ]|\\sde\\s)*(\\p{L}{3,12})\\.?(?:[-/., ]|\\sde\\s)*(\\d{4}|\\d{2})${time}$`, 'u')
const nameDayYear = new RegExp(`^${weekday}(\\p{L}{3,12})\\.?[- ](\\d{1,2})(?:st|nd|rd|th)?,?[- ](\\d{4}|\\d{2})${time}$`, 'u')
const yearNameDay = /^(\d{4})[-/. ](\p{L}{3,12})[-/. ](\d{1,2})$/u
const japanese = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*\([月火水木金土日]\))?(?:\s*\d{1,2}[:時].*)?$/
const serial = /^(\d{5})(?:[.,]\d+)?$/

/** The parts of a date whose order a file leaves open (`03/04/2025`), the last as it is written; null for any other spelling. */
export function openParts(text: string): readonly [number, number, string] | null {
  const match = yearLast.exec(text.normalize('NFKC').trim())
  return match && [Number(match[1]), Number(match[2]), match[3]!]
}

/**
 * The day that a text names, a time of day left aside; NaN where it names none. `order` settles
 * `03/04/2025` and nothing else: spellings with the year first or a month's name say it themselves.
 * Two-digit years are of this century; five digits are a spreadsheet's serial number.
 */
export function parseDate(text: string, order: DateOrder): EpochDay {
  const trimmed = text.normalize('NFKC').trim()
  let match = yearFirst.exec(trimmed) ?? compact.exec(trimmed) ?? compactWithTime.exec(trimmed) ?? japanese.exec(trimmed)
  if (match) return epochDay(Number(match[1]), Number(match[2]), Number(match[3]))
  match = yearLast.exec(trimmed)
  if (match) {
    const first = Number(match[1])
    const second = Number(match[2])
    if (order === 'ymd') return match[3]!.length === 2 ? epochDay(fullYear(match[1]!.padStart(2, '0')), second, Number(match[3])) : Number.NaN
    return order === 'dmy' ? epochDay(fullYear(match[3]!), second, first) : epochDay(fullYear(match[3]!), first, second)
  }
  match = dayNameYear.exec(trimmed)
  if (match) return epochDay(fullYear(match[3]!), monthNamed(match[2]!), Number(match[1]))
  match = nameDayYear.exec(trimmed)
  if (match) return epochDay(fullYear(match[3]!), monthNamed(match[1]!), Number(match[2]))
  match = yearNameDay.exec(trimmed)
  if (match) return epochDay(Number(match[1]), monthNamed(match[2]!), Number(match[3]))
  match = serial.exec(trimmed)
  if (match) return Number(match[1]) - serialOfEpoch
  return Number.NaN
}
