/** How the bytes of a file spell a table. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1251' | 'windows-1252' | 'windows-1254' | 'shift_jis' | 'gb18030' | 'big5' | 'euc-kr'
export type Delimiter = ',' | ';' | '\t' | '|'

export interface Dialect {
  /** A label that TextDecoder knows. */
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** Physical lines before the header line (titles, notes, blank lines). */
  readonly linesBeforeHeader: number
}
