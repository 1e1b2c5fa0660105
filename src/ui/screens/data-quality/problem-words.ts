/** What each kind of problem is called, and what was done about it. */
import type { ProblemCode } from '../../../domain/csv/problems'

export const problemWords: Readonly<Record<ProblemCode, { readonly title: string; readonly done: string }>> = {
  'not-a-number': { title: 'Cells that are not numbers', done: 'Taken as missing.' },
  'not-a-date': { title: 'Rows without a readable date', done: 'Not used: a row without a day has no place.' },
  'not-a-flag': { title: 'Cells that are neither yes nor no', done: 'Taken as missing.' },
  'missing-value': { title: 'Rows without a value that is needed', done: 'Not used where the row cannot be placed, else taken as missing.' },
  'too-few-cells': { title: 'Rows with too few cells', done: 'Cells that are not there are missing; a row that lost its date, SKU or stock is not used.' },
  'too-many-cells': { title: 'Rows with too many cells', done: 'Often an unquoted delimiter in a text. See the effect of each below.' },
  'restated-day': { title: 'Days stated more than once', done: 'The last statement counts.' },
  'total-row': { title: 'Total rows', done: 'Not used: they sum what other rows say.' },
  'unclosed-quote': { title: 'Quotes that are never closed', done: 'The text up to the next row was taken as one cell.' },
  'outside-plausible-range': { title: 'Values outside what is plausible', done: 'Taken as missing.' },
}

/** What would put problems right: the heading that they stand under. */
export interface Mending {
  readonly title: string
  readonly advice: string
  readonly codes: readonly ProblemCode[]
}

export const mendings: readonly Mending[] = [
  {
    title: 'Correct the cells',
    advice: 'Take the rows to mend, write what the columns expect, and give the file back together with the extract: the mended rows then stand.',
    codes: ['not-a-number', 'not-a-date', 'not-a-flag', 'missing-value', 'outside-plausible-range'],
  },
  {
    title: 'Export again, or set the cells of the row straight',
    advice: 'Cells of these rows do not line up with the header: a delimiter or a quotation mark stands in a text. An export with all texts in quotes has none of these.',
    codes: ['too-few-cells', 'too-many-cells', 'unclosed-quote'],
  },
  {
    title: 'Nothing to mend',
    advice: 'A rule says what became of these rows; they are listed so that you can look.',
    codes: ['restated-day', 'total-row'],
  },
]
