/** Which mark parts the decimals, decided over many values and never by one. */

export interface DecimalEvidence {
  readonly decimal: '.' | ','
  /** False where the values can be read both ways. */
  readonly certain: boolean
  /** A value that can be read both ways, to show; null where there is none. */
  readonly example: string | null
}

/** Groups of exactly three digits behind a mark: thousands or decimals. */
const openForm = /^[-+(]?[1-9]\d{0,2}([.,])\d{3}\)?-?$/

/** What one value says by itself: the decimal mark that it must have, or null. */
function told(text: string): '.' | ',' | null {
  const digits = text.replace(/[^\d.,]/g, '')
  const marks = digits.replace(/\d/g, '')
  if (marks === '') return null
  const last = marks.at(-1) as '.' | ','
  const other = last === '.' ? ',' : '.'
  if (marks.includes(other)) return last
  // Several of one mark part thousands, or the parts of a place such as `3.2.1`.
  if (marks.length > 1) return /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(digits) ? other : null
  return openForm.test(digits) ? null : last
}

/**
 * The decimal mark of a file's numbers. A value such as `13,5` or `1.234,5` settles it. Where all
 * could be thousands (`1,234`): a column that also writes four digits and more without a mark has no
 * thousands marks, so its marks are decimals; else the delimiter hints (semicolons stand where the
 * comma is taken) and the answer is not certain.
 *
 * @param columns texts of the numeric columns
 */
export function decimalMark(columns: readonly (readonly string[])[], delimiter: string): DecimalEvidence {
  const votes = { '.': 0, ',': 0 }
  let example: string | null = null
  for (const texts of columns) {
    let open: '.' | ',' | null = null
    let ungrouped = false
    for (const text of texts) {
      const vote = told(text)
      if (vote) votes[vote]++
      else if (/^-?\d{4,}$/.test(text)) ungrouped = true
      else {
        const mark = openForm.exec(text)?.[1]
        if (mark) {
          open = mark as '.' | ','
          example ??= text
        }
      }
    }
    if (open && ungrouped) votes[open]++
  }
  if (votes['.'] !== votes[',']) return { decimal: votes['.'] > votes[','] ? '.' : ',', certain: true, example: null }
  const decimal = delimiter === ';' ? ',' : '.'
  return { decimal, certain: example === null, example }
}
