import type { Encoding } from './dialect'
import { fields } from './fields'
import { headerTrust } from './match-columns'

/** One byte or two a letter, by region; the commonest first, which a tie goes to. */
const candidates: readonly Encoding[] = ['windows-1252', 'shift_jis', 'gb18030', 'euc-kr', 'windows-1251', 'windows-1250', 'windows-1254', 'big5']

/** Titles may stand above the header: so many lines are looked at. */
const linesLookedAt = 8
const bytesLookedAt = 8_192

/**
 * The encoding under which most cells of the first lines are names of columns: bytes above 127
 * do not say what letters they are, but only one reading of them makes words that headers have.
 * Null where none makes more than another, as in a file whose headers have no such letters.
 */
export function encodingByNames(head: Uint8Array): Encoding | null {
  const counts = candidates.map((encoding) => ({ encoding, names: namesUnder(head.subarray(0, bytesLookedAt), encoding) }))
  const most = Math.max(...counts.map(({ names }) => names))
  const least = Math.min(...counts.map(({ names }) => names))
  return most === least ? null : counts.find(({ names }) => names === most)!.encoding
}

function namesUnder(head: Uint8Array, encoding: Encoding): number {
  let text: string
  try {
    // `stream`: a letter cut in two at the end is no error.
    text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
  } catch {
    return 0
  }
  const lines = text.split(/[\r\n]+/).slice(0, linesLookedAt)
  return Math.max(...lines.map((line) => line.split(/[,;\t|]/).filter((cell) => isName(cell.replaceAll('"', ''))).length))
}

function isName(cell: string): boolean {
  return /[^\x00-\x7f]/.test(cell) && fields.some(({ name }) => headerTrust(cell, name) > 0)
}
