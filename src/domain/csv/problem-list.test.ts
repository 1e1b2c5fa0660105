import { describe, expect, it } from 'vitest'
import { ProblemList } from './problem-list'
import { type Problem, problemsKept } from './problems'

const problem = (record: number, code: Problem['code'] = 'not-a-number'): Problem => ({
  code,
  file: 0,
  line: record + 2,
  record,
  column: 'price',
  field: 'price',
  found: 'x'.repeat(200),
  expected: 'a number',
  effect: code === 'restated-day' ? 'row' : 'cell',
})

describe('ProblemList', () => {
  it('counts all problems and keeps the first of the file, cut short', () => {
    const list = new ProblemList()
    for (let record = 0; record < problemsKept + 50; record += 2) list.add(problem(record))
    for (let record = 1; record < problemsKept + 50; record += 2) list.addLate(problem(record, 'restated-day'))
    const kept = list.inFileOrder()
    expect(kept.map(({ record }) => record)).toEqual(Array.from({ length: problemsKept }, (_, at) => at))
    expect(kept[0]!.found).toHaveLength(80)
    expect(list.counts).toEqual({ 'not-a-number': problemsKept / 2 + 25, 'restated-day': problemsKept / 2 + 25 })
    expect([list.badCells, list.badRows]).toEqual([problemsKept / 2 + 25, 0])
  })
})
