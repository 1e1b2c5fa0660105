import { expect, it } from 'vitest'
import { precisionRankWords } from './precision-rank-words'

it('says which precision counts most, why, and what stands behind it', () => {
  expect(precisionRankWords(['extract', 'estimate', 'test-worlds'])).toBe(
    'Where precisions differ, the labels of this file count most: they are the truth of these very rows. After it: the estimate on this extract (nobody has checked it), then the simulated test worlds (other stores than yours).',
  )
  expect(precisionRankWords(['estimate', 'test-worlds'])).toMatch(/the estimate on this extract counts most: it is of your rows\..*plan by the lower figure until some alerts are checked.*After it: the simulated test worlds/)
  expect(precisionRankWords(['findings', 'estimate'])).toContain('what your stores found counts most')
})

it('promises nothing of what is not there', () => {
  expect(precisionRankWords(['test-worlds'])).toContain('all there is so far')
  expect(precisionRankWords([])).toBe('')
})
