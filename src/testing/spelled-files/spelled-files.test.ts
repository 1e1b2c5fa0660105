import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ExtractReader } from '../../domain/csv/extract-reader'
import { proposeMapping } from '../../domain/csv/propose-mapping'
import { rowsOf, spelledFile, spellings, type Spelling } from './draw-spelled-file'

const files = 5_000

/** Can the dates be read both ways: is no day of the month beyond 12? */
function hasOpenDates({ date, firstDay, days, step }: Spelling): boolean {
  const spelledEitherWay = date !== 'dd.mm.yyyy' && /^[dm]/.test(date) && date !== 'dd Mon yyyy'
  return spelledEitherWay && Array.from({ length: days }, (_, at) => new Date((firstDay + at * step) * 86_400_000).getUTCDate()).every((day) => day <= 12)
}

/** Can its numbers: do all that have a mark have three digits behind it? */
function hasOpenNumbers({ cents, thousands }: Spelling): boolean {
  return !cents && (thousands === '.' || thousands === ',')
}

type Verdict = 'right' | 'rightly asked' | 'needless question' | 'wrong'

function judge(spelling: Spelling): { readonly verdict: Verdict; readonly why: string } {
  const bytes = spelledFile(spelling)
  const proposed = proposeMapping(bytes, bytes.length)
  if (!proposed.ok) return { verdict: 'wrong', why: proposed.fault.sentence }
  const { dialect, mapping, questions } = proposed.value
  if (questions.length > 0) {
    const needed = questions.every(({ id }) => (id === 'date-order' && hasOpenDates(spelling)) || (id === 'decimal' && hasOpenNumbers(spelling)))
    return { verdict: needed ? 'rightly asked' : 'needless question', why: questions.map(({ text }) => text).join(' ') }
  }
  const reader = new ExtractReader(dialect, mapping)
  reader.push(bytes)
  const read = reader.finish()
  if (!read.ok) return { verdict: 'wrong', why: read.fault.sentence }
  const { table } = read.value
  const told = [...table.day.keys()].filter((row) => table.filled[row] === 0).map((row) => [table.day[row], table.onHand[row], table.unitsSold[row], table.optional.price?.[row]].join(' ')).sort()
  const want = rowsOf(spelling).map((row) => [row.day, row.onHand, row.sold, row.price].join(' ')).sort()
  const same = told.join() === want.join() && table.stores[0] === '0012'
  return { verdict: same ? 'right' : 'wrong', why: same ? '' : `${mapping.dateOrder} ${mapping.decimal} ${dialect.delimiter} ${dialect.encoding}: ${told[0]!} for ${want[0]!}` }
}

it(`${files} files in every spelling are read to the last figure, or asked about where they can be read both ways`, () => {
  const counts: Record<Verdict, number> = { right: 0, 'rightly asked': 0, 'needless question': 0, wrong: 0 }
  const misses: string[] = []
  for (const spelling of fc.sample(spellings, { numRuns: files, seed: 20_250_301 })) {
    const { verdict, why } = judge(spelling)
    counts[verdict]++
    if (verdict === 'wrong' || verdict === 'needless question') {
      const { date, decimal, thousands, delimiter, encoding, days, step, cents, byDay, quoted, firstDay, titles } = spelling
      misses.push(`${verdict}: ${JSON.stringify({ date, decimal, thousands, delimiter, encoding, days, step, cents, byDay, quoted, titles, from: new Date(firstDay * 86_400_000).toISOString().slice(0, 10) })} ${why}`)
    }
  }
  console.log([`${files} files: ${Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`, ...misses.slice(0, 40)].join('\n'))
  expect((counts.right + counts['rightly asked']) / files).toBeGreaterThanOrEqual(0.995)
})
