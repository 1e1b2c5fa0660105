import { expect, test } from 'vitest'
import { CannotScore, readScoreOptions } from './score-options'

const refusal = (...words: string[]) => {
  try {
    readScoreOptions(words)
  } catch (error) {
    if (error instanceof CannotScore) return error.message
    throw error
  }
  return null
}

test('by default all models score all rows into phantom_predictions.csv', () => {
  expect(readScoreOptions(['a.csv'])).toEqual({
    extracts: ['a.csv'],
    out: 'phantom_predictions.csv',
    models: ['lgbm', 'xgb', 'rf', 'lstm'],
    all: true,
    rows: 'all',
    threshold: null,
    map: new Map(),
    dateOrder: null,
    decimal: null,
  })
})

test('several files are one extract, in the order named', () => {
  expect(readScoreOptions(['b.csv', '--rows', 'latest', 'a.csv', '-']).extracts).toEqual(['b.csv', 'a.csv', '-'])
})

test('the first model named comes first, and each comes once', () => {
  expect(readScoreOptions(['a.csv', '--model', 'rf', '--model', 'all']).models).toEqual(['rf', 'lgbm', 'xgb', 'lstm'])
  expect(readScoreOptions(['a.csv', '--model', 'lstm,xgb'])).toMatchObject({ models: ['lstm', 'xgb'], all: false })
  expect(readScoreOptions(['a.csv', '--model', 'combined,all'])).toMatchObject({ models: ['combined', 'lgbm', 'xgb', 'rf', 'lstm'], all: true })
})

test('a header may hold an equals sign; the field ends at the first', () => {
  expect(readScoreOptions(['-', '--map', 'on_hand=Stock=now', '--map', 'date=Day']).map).toEqual(
    new Map([
      ['on_hand', 'Stock=now'],
      ['date', 'Day'],
    ]),
  )
})

test.each([
  [[], 'Name the extract'],
  [['a.csv', 'b.csv', 'a.csv'], '"a.csv" is named twice'],
  [['a.csv', '--model', 'gpt'], '--model "gpt"'],
  [['a.csv', '--rows', 'some'], '--rows "some"'],
  [['a.csv', '--threshold', '1.5'], '--threshold "1.5"'],
  [['a.csv', '--threshold', ''], '--threshold ""'],
  [['a.csv', '--map', 'on_hand'], 'write field=Header'],
  [['a.csv', '--map', 'shelf=Stock'], 'field "shelf"'],
  [['a.csv', '--date-order', 'dym'], 'choose ymd, dmy or mdy'],
  [['a.csv', '--decimal', ''], '--decimal ""'],
  [['a.csv', '--threshold', '-0.5'], "Option '--threshold' argument is ambiguous. Usage:"],
  [['a.csv', '--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused with a sentence that says what to write', (words, part) => {
  expect(refusal(...words)).toContain(part)
})
