import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { drawnRows, plainCsv, slashDatesCsv, withBadCells } from '../data/extracts'
import { AppPage } from '../pages/app-page'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']
const wide = ['sku,' + months.map((month) => `${month} 2025`).join(','), 'A1,3,4,5,6,7,8', 'A2,1,0,2,1,0,1'].join('\n')
const junk = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 197 + (index >> 3) * 31) % 256))

/** What a person might drop by mistake, and words that the sentence must hold. */
const broken: readonly { readonly what: string; readonly content: string | Buffer; readonly name: string; readonly says: RegExp }[] = [
  { what: 'an empty file', content: '', name: 'empty.csv', says: /empty/i },
  { what: 'a header alone', content: 'date,store_id,sku_id,on_hand,units_sold\n', name: 'header.csv', says: /no (data )?rows|header/i },
  { what: 'one column', content: 'sku\nA\nB\nC\n', name: 'one.csv', says: /column/i },
  { what: 'binary junk', content: junk, name: 'junk.csv', says: /not.*text|text file|CSV/i },
  { what: 'a renamed zip', content: Buffer.concat([Buffer.from('PK\u0003\u0004'), gzipSync(Buffer.alloc(500))]), name: 'renamed.csv', says: /zip|Excel|workbook/i },
  { what: 'months as columns', content: wide, name: 'wide.csv', says: /month/i },
  { what: 'a snapshot without dates', content: 'store,sku,on_hand,units_sold\n1,A,3,1\n1,B,4,0\n1,C,2,2\n', name: 'snapshot.csv', says: /date/i },
  { what: 'a sales log without stock', content: 'date,store,sku,units_sold\n2025-01-01,1,A,3\n2025-01-02,1,A,4\n2025-01-03,1,A,1\n', name: 'sales.csv', says: /on-hand|stock/i },
]

for (const { what, content, name, says } of broken) {
  test(`${what} gets its sentence, and the app goes on`, async ({ page }) => {
    const app = new AppPage(page)
    await app.open()
    await app.give(content, name)
    const alert = page.getByRole('alert')
    await expect(alert).toBeVisible()
    await expect(alert).toContainText(says)
    await app.give(plainCsv())
    await app.scored()
  })
}

test('5 % bad cells are counted and listed with line and column, and the rest is scored', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(withBadCells(plainCsv(), 20))
  await app.scored()
  await app.tab('Data quality')
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('n.b.')
  await expect(panel).toContainText('on_hand')
  await expect(panel).toContainText(/line/i)
})

test('a date order that the file leaves open is asked once', async ({ page }) => {
  // Only days 1 to 12 of two months, every other day, so that neither reading is the obvious one.
  const rows = drawnRows({ days: 60 }).filter((row) => [2, 5, 8, 11].includes(Number(row.date.slice(8))))
  const app = new AppPage(page)
  await app.open()
  await app.give(slashDatesCsv(rows, 'dmy'))
  await expect(page.getByRole('radio').first()).toBeVisible()
  await expect(page.getByText(/day|month/i).first()).toBeVisible()
})
