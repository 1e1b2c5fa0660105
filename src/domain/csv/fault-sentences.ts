/** Every sentence of a fault, with its advice. */
import type { FieldName } from './fields'
import type { Fault, FaultCode } from './problems'

const anExtract = 'Export one row per store, SKU and day, with date, store, SKU, on-hand and units sold, as CSV.'

interface Sentences {
  /** `detail`: what was found, quoted from the file; '' where there is nothing to quote. */
  readonly sentence: (detail: string) => string
  readonly advice: string
}

const sentences: Readonly<Record<FaultCode, Sentences>> = {
  'empty-file': { sentence: () => 'The file is empty.', advice: anExtract },
  'no-rows': { sentence: () => 'The file has a header and no rows below it.', advice: `Check the filter of the export. ${anExtract}` },
  'one-column': {
    sentence: (detail) => `The file has one column only${detail}: no comma, semicolon, tab or bar parts its cells.`,
    advice: `Save it with a comma or semicolon between columns. ${anExtract}`,
  },
  'not-text': { sentence: () => 'The file is not text: its bytes are not those of a CSV.', advice: anExtract },
  workbook: {
    sentence: (detail) => `The file is ${detail}, not a CSV, whatever its name says.`,
    advice:
      'Open it, show the sheet with the rows, and save that sheet as CSV: in Excel "File", "Save As", type "CSV UTF-8 (Comma delimited)"; in LibreOffice "Save As", "Text CSV"; in Google Sheets "File", "Download", "Comma Separated Values". Then drop the new file.',
  },
  archive: {
    sentence: (detail) => `The file is ${detail}: what it holds is packed and cannot be read as it is.`,
    advice: 'Unpack it (on most computers a double click), then drop the CSV files from inside it; several may be dropped together.',
  },
  pdf: {
    sentence: () => 'The file is a PDF: printed pages, from which rows and columns cannot be taken for certain.',
    advice: `Ask for the same report as a data export. ${anExtract}`,
  },
  'no-table': {
    sentence: (detail) => `The file is ${detail}, not a table of rows and columns, whatever its name says.`,
    advice: `Choose CSV where the file is exported. ${anExtract}`,
  },
  'wide-months': {
    sentence: (detail) => `The columns are months or other periods (${detail}): the table is wide, with one column for each month, week or day instead of one row for each day.`,
    advice: `Export it unpivoted. ${anExtract}`,
  },
  'no-dates': {
    sentence: (detail) =>
      detail === ''
        ? 'No column holds dates: this looks like a snapshot of stock, and one moment cannot show that an item stopped selling.'
        : `No column holds whole dates${detail}.`,
    advice: `${anExtract} At least 28 days are needed before an item can be alerted.`,
  },
  'no-stock': {
    sentence: (detail) =>
      `No column holds on-hand stock${detail === '' ? ': this looks like a sales log' : ` in units at the close of the day: ${detail}`}. Phantom inventory is stock that the record claims, so the record is needed.`,
    advice: 'Add the recorded on-hand (stock, balance, BOH) at the close of each day. ' + anExtract,
  },
  'no-sales': {
    sentence: (detail) =>
      `No column holds units sold${detail === '' ? '' : ` on each day: ${detail}`}${detail === '' ? ':' : ';'} stock that never meets sales cannot be told from stock that is not there.`,
    advice: 'Add the units sold on each day, in units and not in money. ' + anExtract,
  },
  'no-items': { sentence: () => 'No column holds an item number (SKU, article, UPC).', advice: anExtract },
  'transaction-log': {
    sentence: (detail) => `This is a log of single transactions${detail}, with many rows for one store, SKU and day.`,
    advice: `Add it up by day and join the on-hand at close of day. ${anExtract}`,
  },
  'one-day': {
    sentence: (detail) => `All rows are of one day${detail}: one day cannot show that an item stopped selling.`,
    advice: 'Export at least 28 days, better 90 or more; if you have a file for each day, drop them all together. ' + anExtract,
  },
  'not-daily': {
    sentence: (detail) => `The rows are weekly or monthly: no two days of the file are less than ${detail} days apart, and a week's sum does not show the day on which an item stopped selling.`,
    advice: `If the file does have a row for each day, check which date column is taken and whether day or month stands first. ${anExtract}`,
  },
  'nothing-readable': {
    sentence: (detail) => `No row could be read${detail}.`,
    advice: `Check which columns are taken for date, SKU and on-hand, and how dates are written. ${anExtract}`,
  },
  'unreadable-file': { sentence: () => 'The file could not be read from disk.', advice: 'It may have been moved, changed or locked since it was chosen. Choose it again.' },
  'no-header': {
    sentence: (detail) => `The first line looks like data and not like column names${detail}.`,
    advice: `Put a line with the names of the columns on top. ${anExtract}`,
  },
  'no-such-column': {
    sentence: (detail) => `There is no column to map as asked: ${detail}.`,
    advice: 'Name a field of ours and a header exactly as the file writes it, as in --map on_hand=Stock.',
  },
}

/** The fault of that code; `detail` is woven into its sentence where the sentence has a place for it. */
export function faultOf(code: FaultCode, detail = ''): Fault {
  return { code, sentence: sentences[code].sentence(detail), advice: sentences[code].advice }
}

const faultOfMissing: Readonly<Partial<Record<FieldName, FaultCode>>> = { date: 'no-dates', sku_id: 'no-items', on_hand: 'no-stock', units_sold: 'no-sales' }

/**
 * Why a file cannot be scored when these required fields have no column; the first says it.
 * @param whyNot what is the matter with the columns that come near the field; '' where none does
 */
export function faultOfMissingFields(missing: readonly FieldName[], whyNot: (field: FieldName) => string): Fault {
  const field = missing.find((name) => faultOfMissing[name] !== undefined)
  if (field === undefined) return faultOf('nothing-readable')
  return faultOf(faultOfMissing[field]!, whyNot(field))
}
