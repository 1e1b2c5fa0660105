import { expect, test } from 'vitest'
import type { Mapping, MappingProposal } from './mapping'
import { proposeMapping } from './propose-mapping'
import { headerFingerprint, recallMapping } from './remembered-mapping'

function proposed(text: string): MappingProposal {
  const bytes = new TextEncoder().encode(text)
  const outcome = proposeMapping(bytes, bytes.length)
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome.value
}

const rows = (columns: readonly string[], stock: (at: number) => string = (at) => String(40 - at)) =>
  [columns.join(','), ...Array.from({ length: 12 }, (_, at) => columns.map((name) => ({ date: `2025-03-${10 + at}`, sku: '0071', blob: stock(at), thing: String(at % 3) })[name]).join(','))].join('\n')
const headers = ['date', 'sku', 'blob', 'thing']
const settled: Mapping = { columns: { date: 0, sku_id: 1, on_hand: 2, units_sold: 3 }, dateOrder: 'dmy', decimal: ',' }
const memory = { headers, mapping: settled, savedAt: 0 }

test('what was settled once is not asked again, whatever the order of the columns', () => {
  const proposal = proposed(rows(['thing', 'blob', 'sku', 'date']))
  expect(proposal.questions.length).toBeGreaterThan(0)
  expect(headerFingerprint(proposal.headers)).toBe(headerFingerprint(headers))
  const recalled = recallMapping(proposal, memory)!
  expect(recalled).toMatchObject({ questions: [], missing: [], mapping: { columns: { date: 3, sku_id: 2, on_hand: 1, units_sold: 0 } } })
})

test('how this file writes its dates and numbers, it says itself', () => {
  expect(recallMapping(proposed(rows(headers)), memory)!.mapping).toMatchObject({ dateOrder: 'ymd', decimal: '.' })
})

test('a column that holds other things now is asked about again', () => {
  expect(recallMapping(proposed(rows(headers, () => 'in stock')), memory)).toBeNull()
})
