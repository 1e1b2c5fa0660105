/** What a file leaves open, asked in plain words. */
import { type FieldName, fieldNamed } from './fields'
import type { Mapping, Question, QuestionOption } from './mapping'
import { type MappingSample, unknownIdentifiers, unknownNumbers } from './mapping-sample'

function describe(sample: MappingSample, column: number): string {
  const { example } = sample.profiles[column]!
  return `"${sample.headers[column]!}"${example === '' ? '' : ` (such as ${example.slice(0, 30)})`}`
}

export function questionOfField(sample: MappingSample, field: FieldName, column: number, rivals: readonly number[], doubt = ''): Question {
  const { label, meaning, need } = fieldNamed(field)
  const options: QuestionOption[] = [column, ...rivals].map((at) => ({ label: describe(sample, at), change: { columns: { [field]: at } } }))
  if (rivals.length === 0 || need !== 'always') options.push({ label: field === 'units_sold' ? 'No, it is money or something else' : 'No, it is something else', change: { columns: { [field]: null } } })
  const names = [column, ...rivals].map((at) => describe(sample, at)).join(' or ')
  const text = rivals.length > 0 ? `Which column is ${label.toLowerCase()}: ${names}? ${meaning}` : `${doubt === '' ? '' : `${doubt} `}Is ${names} the column for ${label.toLowerCase()}? ${meaning}`
  return { id: field, text, options }
}

export function questionOfMissing(sample: MappingSample, columnOf: Mapping['columns'], field: FieldName): Question {
  const { label, meaning } = fieldNamed(field)
  const candidates = field === 'sku_id' ? unknownIdentifiers(sample, columnOf) : unknownNumbers(sample, columnOf)
  return {
    id: field,
    text: `No column name says ${label.toLowerCase()}. Which one holds it? ${meaning}`,
    options: candidates.map((at) => ({ label: describe(sample, at), change: { columns: { [field]: at } } })),
  }
}

export function questionOfDateOrder(header: string, doubt: string, monthFirst: boolean): Question {
  const dayFirst: QuestionOption = { label: 'Day first (31/12/2025)', change: { dateOrder: 'dmy' } }
  const month: QuestionOption = { label: 'Month first (12/31/2025)', change: { dateOrder: 'mdy' } }
  return {
    id: 'date-order',
    text: `How are the dates in "${header}" written? ${doubt}`,
    options: monthFirst ? [month, dayFirst] : [dayFirst, month],
  }
}

export function questionOfDecimal(example: string, decimal: '.' | ','): Question {
  const mark = example.includes(',') ? ',' : '.'
  const options: QuestionOption[] = [
    { label: `${example} is about ${example.replace(/[.,]\d+.*$/, '')}: a decimal ${mark === ',' ? 'comma' : 'point'}`, change: { decimal: mark } },
    { label: `${example} is ${example.replace(/[.,]/, '')}: thousands`, change: { decimal: mark === ',' ? '.' : ',' } },
  ]
  return {
    id: 'decimal',
    text: `How are numbers written? ${example} can be read both ways.`,
    options: decimal === mark ? options : [options[1]!, options[0]!],
  }
}
