import { describe, expect, it } from 'vitest'
import { sniffEncoding } from './sniff-encoding'

const encodingOf = (...bytes: number[]) => {
  const outcome = sniffEncoding(Uint8Array.from(bytes))
  return outcome.ok ? outcome.value : outcome.fault.code
}
const ascii = (text: string) => Array.from(text, (char) => char.charCodeAt(0))

describe('sniffEncoding', () => {
  it('takes accented letters between plain ones as Windows-1252, though their bytes pair up as Shift_JIS', () => {
    // "Caféteria;Größe;Prévision"
    expect(encodingOf(...ascii('Caf'), 0xe9, ...ascii('teria;Gr'), 0xf6, 0xdf, ...ascii('e;Pr'), 0xe9, ...ascii('vision'))).toBe('windows-1252')
  })

  it('takes the bytes of Japanese headers as Shift_JIS', () => {
    expect(encodingOf(0x93, 0xfa, 0x95, 0x74, 0x2c, 0x93, 0x58, 0x95, 0xdc, 0x2c, 0x8d, 0xdd, 0x8c, 0xc9, 0x90, 0x94)).toBe('shift_jis')
  })

  it('is not misled by a character that the end of the head cuts in two', () => {
    expect(encodingOf(...ascii('Ma'), 0xc3, 0xb1, ...ascii('ana '), 0xe5, 0x9c)).toBe('utf-8')
  })

  it('takes a euro sign and curly quotes as Windows-1252', () => {
    expect(encodingOf(...ascii('Preis '), 0x80, ...ascii(';'), 0x93, ...ascii('Aktion'), 0x94)).toBe('windows-1252')
  })

  it('takes control characters as a sign that this is no text', () => {
    expect(encodingOf(1, 2, 3, 0, 0, 5, 6, 7)).toBe('not-text')
  })
})
