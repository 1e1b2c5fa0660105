import { describe, expect, it } from 'vitest'
import { fields, type FieldName } from '../../domain/csv/fields'
import type { MappingProposal } from '../../domain/csv/mapping'
import { proposeMapping } from '../../domain/csv/propose-mapping'
import { drawFile } from './draw-file'
import { readCorpus, type CorpusSet } from './read-corpus'

const required: readonly FieldName[] = fields.filter(({ need }) => need === 'always').map(({ name }) => name)

interface Judgement {
  /** Fields that the set has, and those that were fed by a decoy. */
  readonly judged: number
  readonly right: number
  /** Required fields that stand on the wrong column, or should be asked about, with no question. */
  readonly silent: readonly string[]
  /** Everything that is not right, for whoever mends it. */
  readonly misses: readonly string[]
  readonly needsNoClick: boolean
}

function judge(set: CorpusSet, proposal: MappingProposal): Judgement {
  const { mapping, questions, headers } = proposal
  const asked = new Set<string>(questions.map(({ id }) => id))
  const misses: string[] = []
  const silent: string[] = []
  let right = 0
  let judged = 0
  for (const { name } of fields) {
    const at = set.columns.findIndex(({ field }) => field === name)
    const taken = mapping.columns[name]
    if (at < 0 && taken === undefined) continue
    judged++
    const column = set.columns[at]
    const fed = taken === undefined ? 'nothing' : `"${headers[taken]!}"`
    if (taken === at && !(column?.mustAsk && !asked.has(name))) right++
    else misses.push(`${set.place} ${name} <- ${fed}, not ${column ? `"${column.header}"` : 'anything'}${asked.has(name) ? ' (asked)' : ''}`)
    const wrong = taken !== undefined && taken !== at
    if (required.includes(name) && !asked.has(name) && (wrong || column?.mustAsk)) silent.push(`${set.place} ${name} <- ${fed}`)
  }
  return { judged, right, silent, misses, needsNoClick: questions.length === 0 && proposal.missing.length === 0 }
}

describe('headers in the manner of real extracts', () => {
  const judgements = readCorpus().map((set, index): Judgement => {
    const bytes = new TextEncoder().encode(drawFile(set, index))
    const outcome = proposeMapping(bytes, bytes.length)
    if (outcome.ok) return judge(set, outcome.value)
    const judged = set.columns.filter(({ field }) => field !== null).length
    return { judged, right: 0, silent: [], misses: [`${set.place} refused: ${outcome.fault.sentence}`], needsNoClick: false }
  })
  const sum = (of: (judgement: Judgement) => number) => judgements.reduce((total, judgement) => total + of(judgement), 0)
  const share = sum(({ right }) => right) / sum(({ judged }) => judged)

  it('at least 95 % of the fields stand on their column', () => {
    const untouched = judgements.filter(({ needsNoClick }) => needsNoClick).length
    console.log(
      [
        `${judgements.length} header lines, ${sum(({ judged }) => judged)} fields: ${(100 * share).toFixed(2)} % right; ${untouched} files need no click; ${sum(({ silent }) => silent.length)} required fields wrong and unasked.`,
        ...judgements.flatMap(({ misses }) => misses),
      ].join('\n'),
    )
    expect(judgements.length).toBeGreaterThanOrEqual(200)
    expect(share).toBeGreaterThanOrEqual(0.95)
  })

  it('no required field is wrong without a question', () => {
    expect(judgements.flatMap(({ silent }) => silent)).toEqual([])
  })
})
