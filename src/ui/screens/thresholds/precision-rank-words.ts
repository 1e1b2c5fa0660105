/** Which of several precisions to go by, in words. */
import type { PrecisionSource } from '../../../store/precision-rank'

/** Why the most telling one is that, behind "Where precisions differ, ". */
const first: Readonly<Record<PrecisionSource, string>> = {
  extract: 'the labels of this file count most: they are the truth of these very rows',
  findings: 'what your stores found counts most: it is the truth of your shelves, if only of those that were checked',
  estimate: 'the estimate on this extract counts most: it is of your rows. It rests on the model alone, so plan by the lower figure until some alerts are checked. It stands under “This extract”, and the promise of today’s list is of its kind',
  'test-worlds': 'the simulated test worlds are all there is so far, and your stores may differ. Labels in the file or findings that you record count more, and so does the estimate that can be made once all rows of an extract are scored',
}

const behind: Readonly<Record<PrecisionSource, string>> = {
  extract: 'the labels of this file',
  findings: 'what your stores found (of checked shelves alone)',
  estimate: 'the estimate on this extract (nobody has checked it)',
  'test-worlds': 'the simulated test worlds (other stores than yours)',
}

/** One line for the place where precisions meet; '' where there is none. @param ranked the most telling first */
export function precisionRankWords(ranked: readonly PrecisionSource[]): string {
  const [top, ...others] = ranked
  if (!top) return ''
  const then = others.map((one) => behind[one]).join(', then ')
  return `Where precisions differ, ${first[top]}.${then === '' ? '' : ` After it: ${then}.`}`
}
