/** What the first bytes of a file say it is. */
import type { Encoding } from './dialect'
import { encodingByNames } from './encoding-by-names'
import { faultOf } from './fault-sentences'
import type { Fault, Outcome } from './problems'

const signatures: readonly { readonly bytes: readonly number[]; readonly code: 'workbook' | 'archive' | 'pdf'; readonly kind: string }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], code: 'workbook', kind: 'an old Excel workbook (xls)' },
  { bytes: [0x1f, 0x8b], code: 'archive', kind: 'a gzip archive' },
  { bytes: [0x42, 0x5a, 0x68], code: 'archive', kind: 'a bzip2 archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], code: 'archive', kind: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], code: 'archive', kind: 'a RAR archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], code: 'archive', kind: 'a Zstandard archive' },
  { bytes: [0x25, 0x50, 0x44, 0x46], code: 'pdf', kind: '' },
]

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte)
}

/** The fault of an archive, workbook or PDF, known by its first bytes; null for anything else. */
export function archiveFault(head: Uint8Array): Fault | null {
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) {
    const names = new TextDecoder('windows-1252').decode(head.subarray(0, 65_536))
    if (/opendocument\.spreadsheet/.test(names)) return faultOf('workbook', 'an OpenDocument workbook (ods)')
    return /xl\/|\[Content_Types\]|_rels\//.test(names) ? faultOf('workbook', 'an Excel workbook (xlsx)') : faultOf('archive', 'a zip archive')
  }
  const known = signatures.find(({ bytes }) => startsWith(head, bytes))
  return known ? faultOf(known.code, known.kind) : null
}

/** The fault of a text that is no table: JSON, XML or a web page, which some systems name .csv or .xls; null for anything else. */
export function markupFault(text: string): Fault | null {
  const start = text.replace(/^\uFEFF/, '').trimStart().slice(0, 2_000)
  if (/^\{\s*"|^\[\s*[[{]|^\[\s*\]/.test(start)) return faultOf('no-table', 'JSON')
  if (/^<(?:!doctype html|html|table|head|body|meta)\b/i.test(start)) return faultOf('no-table', 'a web page (HTML)')
  return /^<(?:\?xml|[a-z][\w:.-]*[\s>/])/i.test(start) ? faultOf('no-table', 'XML') : null
}

/** Control characters that text does not hold, as a share beyond which bytes are no text. */
const controlShare = 0.005

/**
 * The encoding of a text from its first bytes: byte order marks; NULs at every other place
 * (UTF-16 without a mark); valid UTF-8; else the encoding under which the headers are names that we
 * know; else Shift_JIS where all bytes pair up as its characters and most lead bytes lie where
 * Windows-1252 has hardly any letters; else Windows-1252.
 */
export function sniffEncoding(head: Uint8Array): Outcome<Encoding> {
  const fault = archiveFault(head)
  if (fault) return { ok: false, fault }
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { ok: true, value: 'utf-8' }
  if (startsWith(head, [0xff, 0xfe])) return { ok: true, value: 'utf-16le' }
  if (startsWith(head, [0xfe, 0xff])) return { ok: true, value: 'utf-16be' }

  const looked = Math.min(head.length, 65_536)
  const nuls = [0, 0]
  let controls = 0
  for (let at = 0; at < looked; at++) {
    const byte = head[at]!
    if (byte === 0) nuls[at & 1]!++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++
  }
  const half = looked / 2
  if (nuls[1]! > 0.4 * half && nuls[0]! < 0.05 * half) return { ok: true, value: 'utf-16le' }
  if (nuls[0]! > 0.4 * half && nuls[1]! < 0.05 * half) return { ok: true, value: 'utf-16be' }
  if (nuls[0]! + nuls[1]! + controls > controlShare * looked) return { ok: false, fault: faultOf('not-text') }

  if (isUtf8(head)) return { ok: true, value: 'utf-8' }
  return { ok: true, value: encodingByNames(head) ?? (isShiftJis(head) ? 'shift_jis' : 'windows-1252') }
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // `stream`: a character cut in two at the end of the head is no error.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

function isShiftJis(head: Uint8Array): boolean {
  let low = 0
  let high = 0
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!
    if (byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf)) continue
    if (at + 1 === head.length) break
    const trail = head[at + 1]!
    const pairs = byte !== 0x80 && byte !== 0xa0 && byte <= 0xfc && trail >= 0x40 && trail <= 0xfc && trail !== 0x7f
    if (!pairs) return false
    if (byte <= 0x9f) low++
    else high++
    at++
  }
  return low > 0 && low >= high
}
