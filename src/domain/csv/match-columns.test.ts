import { expect, it } from 'vitest'
import { headerTrust, isSpokenFor, speaksOfAnother } from './match-columns'

it.each(['Sales $', 'Ventes (€)', '売上（￥）', 'Sold %', 'Sales (USD)', 'Försäljning kr', 'Weekly Units Sold', 'Units Sold Last Week', 'Sales Budget'])(
  '"%s" is not taken for the units sold of the day',
  (header) => {
    expect(headerTrust(header, 'units_sold')).toBe(0)
    expect(isSpokenFor(header)).toBe(true)
  },
)

it.each(['On Hand ($)', 'On Hand (Value)', 'Bestand €', 'Inventory (EUR)', 'On Hand Yesterday', 'inventory retail', 'Stock %'])('"%s" is not taken for on-hand units', (header) => {
  expect(headerTrust(header, 'on_hand')).toBe(0)
  expect(speaksOfAnother(header, 'on_hand')).toBe(true)
})

it('cutting the unit off a name does not undo what the whole name says', () => {
  expect(headerTrust('shelf qty', 'bin')).toBe(0)
  expect(headerTrust('shelf', 'bin')).toBeGreaterThan(0.9)
})

it('a table named before the column denies nothing', () => {
  expect(headerTrust('order.date', 'date')).toBeGreaterThan(0.9)
  expect(headerTrust('sales.on_hand', 'on_hand')).toBeGreaterThan(0.9)
})

it.each(['Bestand in Stück', 'On Hand (EA)', 'Voorraad stuks', 'Stock fin de journée', 'Saldo em estoque', 'Stan na koniec dnia', 'Giac. finale'])('"%s" is on-hand without a question', (header) => {
  expect(headerTrust(header, 'on_hand')).toBeGreaterThan(0.9)
})

it('physical stock may be the record or a count, so nothing is fed by it unasked', () => {
  expect(headerTrust('Physical stock', 'on_hand')).toBeCloseTo(0.6)
  expect(headerTrust('Physical stock', 'counted_units')).toBe(0)
})
