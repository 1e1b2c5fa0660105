import { expect, it } from 'vitest'
import { solvedInWords } from './goal-words'

const counts = { tp: 45, fp: 5, fn: 55, tn: 895 }

it('says the threshold found and what it gives', () => {
  expect(solvedInWords({ goal: 'precision', by: 'estimate', wanted: 0.9, solution: { reached: true, threshold: 0.7751, counts } })).toBe(
    'Solved: 0.7751 finds the most phantom rows of all thresholds with a precision of at least 90%: precision 90.0%, recall 45.0%.',
  )
  expect(solvedInWords({ goal: 'recall', wanted: 0.425, solution: { reached: true, threshold: 0.5, counts } })).toContain('find at least 42.5% of the phantom rows')
})

it('says by which figure the precision is held', () => {
  const words = solvedInWords({ goal: 'precision', by: 'lower-bound', wanted: 0.8, solution: { reached: true, threshold: 0.9, counts } })
  expect(words).toContain('a precision that is at least 80% with 95% certainty (one-sided): precision 90.0%, recall 45.0%.')
  expect(words).toContain('two-sided, so its lower end reaches a little below')
  expect(solvedInWords({ goal: 'precision', by: 'estimate', wanted: 0.8, solution: { reached: true, threshold: 0.9, counts } })).not.toContain('sided')
})

it('says that a goal cannot be reached, and the nearest that can', () => {
  expect(solvedInWords({ goal: 'precision', by: 'estimate', wanted: 0.99, solution: { reached: false, threshold: 0.9, counts } })).toBe(
    'Not reachable: no threshold has a precision of at least 99% with this model on these rows. The nearest is 0.90: precision 90.0%, recall 45.0%.',
  )
  expect(solvedInWords({ goal: 'checks', in: 'average', wanted: 2, solution: { reached: false, threshold: 1, alerts: 9, stores: 1, mostInAStore: 9 } })).toMatch(/^Not reachable: .* at most 2 checks a store on average\. The nearest is 1\.00: 9 checks on the latest day\.$/)
  expect(solvedInWords({ goal: 'payoff', solution: { reached: false, threshold: 0.98, counts, worthFound: 0, profit: -12.5 } })).toMatch(/better than checking nothing.*0\.98: 12\.50 worse/)
})

it('counts checks over the stores, on average and at most', () => {
  expect(solvedInWords({ goal: 'checks', in: 'every-store', wanted: 20, solution: { reached: true, threshold: 0.6, alerts: 36, stores: 8, mostInAStore: 20 } })).toBe(
    'Solved: 0.60 is the lowest threshold that asks for at most 20 checks a store in every store: 36 checks on the latest day over 8 stores, 4.5 each on average, 20 where it is most.',
  )
})

it('says why nothing can be solved for', () => {
  expect(solvedInWords({ goal: 'recall', wanted: 0.5, solution: null })).toContain('no phantom row')
  expect(solvedInWords({ goal: 'checks', in: 'average', wanted: 5, solution: null })).toContain('no checks to count')
  expect(solvedInWords({ goal: 'payoff', solution: null })).toContain('Nothing can be said in money')
})

it('says on how many alerts of how many store-items it rests, and when these are too few', () => {
  const few = { tp: 2, fp: 0, fn: 180, tn: 900 }
  const solved = { goal: 'precision', by: 'lower-bound', wanted: 0.4, solution: { reached: true, threshold: 0.987, counts: few } } as const
  expect(solvedInWords({ ...solved, rests: { value: 1, low: NaN, high: NaN, atLeast: 0.34, items: 2, tooFew: true } })).toBe(
    'Solved: 0.987 finds the most phantom rows of all thresholds with a precision that is at least 40% with 95% certainty (one-sided): precision 100.0%, recall 1.1%. It rests on 2 alerts of 2 store-items: too few to trust.',
  )
  const enough = solvedInWords({ goal: 'recall', wanted: 0.4, solution: { reached: true, threshold: 0.7, counts }, rests: { value: 0.9, low: 0.8, high: 0.95, atLeast: 0.82, items: 31, tooFew: false } })
  expect(enough).toMatch(/recall 45\.0%\. It rests on 50 alerts of 31 store-items\.$/)
})

it('says so of the least cost and of what is nearest too', () => {
  const rests = { value: 0.5, low: NaN, high: NaN, atLeast: 0.1, items: 1, tooFew: true }
  const two = { tp: 1, fp: 1, fn: 99, tn: 899 }
  expect(solvedInWords({ goal: 'payoff', solution: { reached: true, threshold: 0.98, counts: two, worthFound: 20, profit: 12.5 }, rests })).toContain('It rests on 2 alerts of 1 store-item: too few to trust.')
  expect(solvedInWords({ goal: 'precision', by: 'estimate', wanted: 0.9, solution: { reached: false, threshold: 0.98, counts: two }, rests })).toContain('It rests on 2 alerts')
})

it('many alerts of which next to none is wrong are not called few', () => {
  const words = solvedInWords({ goal: 'recall', wanted: 0.4, solution: { reached: true, threshold: 0.7, counts: { tp: 300, fp: 2, fn: 10, tn: 900 } }, rests: { value: 0.99, low: NaN, high: NaN, atLeast: 0.9, items: 200, tooFew: true } })
  expect(words).toContain('It rests on 302 alerts of 200 store-items, with too few right or too few wrong ones among them to say how sure the precision is.')
})
