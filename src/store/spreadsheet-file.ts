/** A CSV as a file that spreadsheets open with its letters intact: UTF-8 behind a byte order mark. */
export function spreadsheetFile(csv: string): Blob {
  return new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' })
}
