/** Numbers as the screens write them. The app speaks English, so its numbers do too. */
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const twoDecimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** What stands where there is no value. */
export const noValue = '–'

/** 1204 -> "1,204". NaN gives a dash. */
export function formatCount(value: number): string {
  return Number.isNaN(value) ? noValue : whole.format(value)
}

/** Units, with one decimal where they are few and not whole: 12.34 -> "12.3", 145.2 -> "145". */
export function formatUnits(value: number): string {
  if (Number.isNaN(value)) return noValue
  return Math.abs(value) < 100 ? oneDecimal.format(value) : whole.format(value)
}

/** Money in the extract's own currency, which no column names: two decimals, no sign. */
export function formatMoney(value: number): string {
  return Number.isNaN(value) ? noValue : twoDecimals.format(value)
}

/** A probability or threshold, 0 to 1, with two decimals; never rounded up to 1.00 or down to 0.00 when it is not. */
export function formatProbability(value: number): string {
  if (Number.isNaN(value)) return noValue
  if (value > 0.995 && value < 1) return '>0.99'
  if (value < 0.005 && value > 0) return '<0.01'
  return value.toFixed(2)
}

/** A share, 0 to 1, as percent with one decimal; all and nothing are said only of all and nothing. */
export function formatShare(value: number): string {
  if (!Number.isFinite(value)) return noValue
  if (value > 0.9995 && value < 1) return '>99.9%'
  if (value < 0.0005 && value > 0) return '<0.1%'
  return percent.format(value)
}

/** 1 -> "1 alert", 1204 -> "1,204 alerts". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** Bytes in kB or MB (1,000 each). */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${oneDecimal.format(bytes / 1_000)} kB` : `${oneDecimal.format(bytes / 1_000_000)} MB`
}
