import { expect, it } from 'vitest'
import { changeSentences } from './what-if-words'

it('says of every change what it does to the days', () => {
  expect(
    changeSentences(
      [
        { kind: 'sale-added', day: 20_000, units: 1 },
        { kind: 'sales-removed', day: 19_990, units: 2, to: 19_995, removed: 6 },
        { kind: 'record', from: 19_980, to: 20_003, by: -11, fromStart: false, delivery: { was: 24, is: 13 }, unexplained: 0 },
        { kind: 'record', from: 19_900, to: 19_999, by: 2.5, fromStart: true, delivery: null, unexplained: 0 },
        { kind: 'record', from: 20_003, to: 20_003, by: -4, fromStart: false, delivery: { was: 3, is: 0 }, unexplained: 1 },
        { kind: 'forecast', factor: 2 },
      ],
      20_003,
    ),
  ).toEqual([
    'As if 1 unit had sold 3 days before, on 4 Oct 2024.',
    'As if the last sale had been 13 days before, on 24 Sept 2024 (2 units), and nothing had sold or come in from then to 29 Sept 2024.',
    'The record is 11 units lower from 14 Sept 2024 to 7 Oct 2024, as if 13 units had come in on 14 Sept 2024 instead of 24.',
    'The record is 2.5 units higher from its first day in the extract to 3 Oct 2024.',
    'The record is 4 units lower on 7 Oct 2024, as if 0 units had come in on 7 Oct 2024 instead of 3; 1 unit of that no delivery explains.',
    'As if every forecast of the file for this item were 2.00 times as high.',
  ])
})

it('a sale on the day itself is said so', () => {
  expect(changeSentences([{ kind: 'sale-added', day: 5, units: 2 }], 5)).toEqual(['As if 2 units had sold that very day, on 6 Jan 1970.'])
})
