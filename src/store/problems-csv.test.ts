import { expect, it } from 'vitest'
import { problemsCsv } from './problems-csv'

it('writes one line a problem and disarms what a spreadsheet would run', () => {
  const csv = problemsCsv([
    { code: 'not-a-number', file: 0, line: 12, record: 10, column: '=on_hand', field: 'on_hand', found: 'a,b', expected: 'a number', effect: 'cell' },
  ])
  expect(csv).toBe('line,column,problem,found,expected,effect\n12,\'=on_hand,not-a-number,"a,b",a number,cell\n')
})
