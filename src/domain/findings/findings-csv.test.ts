import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awkwardIdentifier, drawnFinding } from '../../testing/drawn-findings'
import type { Finding } from './finding'
import { findingColumns, findingsCsv, guarded, unguarded } from './findings-csv'
import { readFindingsCsv } from './read-findings-csv'

const now = 1_750_000_000_000
const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readFindingsCsv(bytesOf(text), 'own', now)
const awkward = fc.record({ finding: drawnFinding, store: awkwardIdentifier, sku: awkwardIdentifier })
const header = findingColumns.join(',')

describe('what is written is read back', () => {
  it('with every identifier, note and figure as it was', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 1, maxLength: 12 }), fc.boolean(), (drawn, mark) => {
        const findings = drawn.map(({ finding, store, sku }): Finding => ({ ...finding, set: 'own', store, sku }))
        const outcome = read((mark ? '\uFEFF' : '') + findingsCsv(findings))
        if (!outcome.ok) throw new Error(outcome.fault.sentence)
        expect(outcome.value.unread).toEqual([])
        // A name of no letters is no name.
        expect(outcome.value.findings).toEqual(findings.map((finding) => ({ ...finding, itemName: finding.itemName === '' ? null : finding.itemName })))
      }),
      { numRuns: 400 },
    )
  })

  it('and no cell of it runs as a formula', () => {
    fc.assert(
      fc.property(fc.oneof(awkwardIdentifier, fc.string()), (text) => {
        const cell = guarded(text)
        const content = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect(unguarded(content)).toBe(text)
        if (!/^-?\d/.test(content)) expect(content).not.toMatch(/^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/)
      }),
    )
  })

  it('and after a spreadsheet has put semicolons, decimal commas and its own dates', () => {
    const outcome = read(
      `${header.replaceAll(',', ';')}\r\n001;0007;"Milk; 1 l";30.11.2026;not-found;0;14;;2026-12-01T08:00:00.000Z;0,912;lgbm;1;1\r\n001;0008;;28.11.2026;On shelf;2,5;;"";;;;;0\r\n`,
    )
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        unread: [],
        findings: [
          { store: '001', sku: '0007', itemName: 'Milk; 1 l', day: 20_787, counted: 0, onHand: 14, promise: { probability: 0.912, model: 'lgbm', alerted: true } },
          { store: '001', sku: '0008', day: 20_785, outcome: 'on-shelf', counted: 2.5, onHand: null, enteredAt: now, promise: null },
        ],
      },
    })
  })
})

describe('what cannot be read', () => {
  const line = '1,7,,2026-11-14,not-found,,,,,,,,'
  const swaps: readonly (readonly [string, string, string])[] = [
    [',7,', ',,', 'sku_id'],
    ['2026-11-14', '2026-02-30', 'date'],
    ['2026-11-14', '11/12/2026', 'date'],
    ['not-found', 'phantom', 'found'],
    ['not-found,,', 'not-found,-1,', 'counted_units'],
    ['not-found,,', 'not-found,1 200,', 'counted_units'],
    ['not-found,,,,', 'not-found,,,,yesterday', 'entered_at'],
    ['not-found,,,,,', 'not-found,,,,,1.2', 'probability'],
  ]

  it.each(swaps)('"%s" written "%s" is listed with its line and column, and the others are read', (from, to, column) => {
    const bad = line.replace(from, to)
    expect(bad).not.toBe(line)
    const outcome = read(`${header}\n${line}\n${bad}\n${line.replace('7', '8')}\n`)
    expect(outcome.ok && outcome.value.findings.map(({ sku }) => sku)).toEqual(['7', '8'])
    expect(outcome.ok && outcome.value.unread).toMatchObject([{ line: 3, column }])
  })

  it('1,200 is listed rather than taken for 1.2', () => {
    const outcome = read(`${header}\n${line.replace('not-found,', 'not-found,"1,200"')}\n`)
    expect(outcome).toMatchObject({ ok: true, value: { findings: [], unread: [{ line: 2, column: 'counted_units', found: '1,200' }] } })
  })

  it('a file of something else is refused, with the columns that it lacks', () => {
    expect(read('date,sku_id,on_hand\n2026-11-14,7,3\n')).toMatchObject({ ok: false, fault: { code: 'not-findings', sentence: 'The file has no column store_id, found.' } })
    expect(read('')).toMatchObject({ ok: false, fault: { code: 'not-findings' } })
    expect(readFindingsCsv(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'own', now)).toMatchObject({ ok: false, fault: { code: 'not-findings' } })
  })

  it('no bytes at all bring it down, and every line is accounted for', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), (texts) => {
        // A line of nothing but blanks and commas holds nothing to account for.
        const body = texts.map((text) => text.replace(/["\p{Cc}]/gu, ' ')).filter((text) => /[^\s,]/.test(text))
        const outcome = read(`${header}\n${line}\n${body.join('\n')}`)
        if (outcome.ok) expect(outcome.value.findings.length + outcome.value.unread.length).toBe(1 + body.length)
      }),
    )
  })
})
