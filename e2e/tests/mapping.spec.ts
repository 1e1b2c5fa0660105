import { expect, test } from '@playwright/test'
import { plainCsv, referenceCsv, twoStockColumnsCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

test('two stock columns are asked about once, and the answer goes on to scores', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(twoStockColumnsCsv())
  const question = page.getByRole('group', { name: /which column is on-hand/i })
  await expect(question).toBeVisible()
  await expect(page.getByRole('heading', { name: 'One question' })).toBeVisible()
  const go = page.getByRole('button', { name: 'Score this file' })
  await expect(go).toBeDisabled()
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(0)
  await question.getByRole('radio', { name: /"on_hand"/ }).check()
  await go.click()
  await app.scored()
  const chosen = await app.download('Download predictions')

  // The same scores as without the rival.
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  const plain = await app.download('Download predictions')
  const scores = (text: string) => text.trimEnd().split('\n').slice(1).map((line) => line.split(',').slice(-6))
  expect(scores(chosen.text)).toEqual(scores(plain.text))
})

test('"Change mapping" reads the file again under the columns that were chosen', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Data quality')
  const inUse = page.getByRole('region', { name: 'How the columns were understood' })
  await expect(inUse.getByRole('row', { name: /^Forecast/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'Change mapping' }).click()
  await page.getByRole('combobox', { name: /^Forecast/ }).selectOption({ label: 'no column' })
  await page.getByRole('button', { name: 'Read and score again' }).click()
  await app.scored()
  await app.tab('Data quality')
  await expect(inUse).toContainText('Not used: forecast_units')
  await expect(inUse.getByRole('row', { name: /^Forecast/ })).toHaveCount(0)
})

test('leaving the mapping as it was changes nothing', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  const before = await app.alertCount()
  await app.tab('Data quality')
  await page.getByRole('button', { name: 'Change mapping' }).click()
  await page.getByRole('combobox', { name: /^Price/i }).selectOption({ label: 'no column' })
  await page.getByRole('button', { name: 'Leave it as it was' }).click()
  await expect(page.getByRole('region', { name: 'How the columns were understood' }).getByRole('row', { name: /^Price/i })).toHaveCount(1)
  expect(await app.alertCount()).toBe(before)
})

test('a column is put right in the preview by keyboard, under its own first rows and with the reason for each match', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(twoStockColumnsCsv())
  const preview = page.getByRole('region', { name: 'First rows of the file' })
  const column = (name: string) => preview.getByRole('combobox', { name: `Column ${name} is`, exact: true })
  await expect(preview.getByRole('cell', { name: '2025-03-01' }).first()).toBeVisible()
  await expect(column('date')).toHaveValue('date')
  await expect(column('date')).toHaveAccessibleDescription(/^Sure\. "date" is a name for date/)

  // Typing a field's first letters chooses it, as in any select; the column that fed it goes free.
  await column('stock_qty').focus()
  await page.keyboard.type('On-hand')
  await expect(column('stock_qty')).toHaveValue('on_hand')
  await expect(column('stock_qty')).toHaveAccessibleDescription('Chosen by you.')
  await expect(column('on_hand')).toHaveValue('')
  await expect(column('on_hand')).toHaveAccessibleDescription('Taken out by you.')
  await expect(page.getByRole('combobox', { name: /^On-hand/ }).locator('option:checked')).toHaveText('stock_qty')

  await column('units_sold').selectOption('not used')
  await expect(page.getByText('Still needed: Units sold.')).toBeVisible()
})

test('kept mappings are listed with their date, and are forgotten one by one or all at once', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  for (const csv of [plainCsv(), referenceCsv()]) {
    await app.give(csv)
    await app.scored()
    await app.tab('Data quality')
    await page.getByRole('button', { name: 'Change mapping' }).click()
    await page.getByRole('button', { name: 'Read and score again' }).click()
    await app.scored()
  }
  await app.tab('Data quality')
  const kept = page.getByRole('region', { name: 'Mappings kept in this browser' })
  await expect(kept.getByRole('listitem')).toHaveCount(2)
  await expect(kept.getByRole('listitem').first()).toContainText(/daydate.*9 columns, 9 of them in use; settled on \d/)
  await kept.getByRole('button', { name: /^Forget the mapping for daydate/ }).click()
  await expect(kept.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Forget this mapping' })).toHaveCount(0)
  await kept.getByRole('button', { name: /^Forget the mapping for date/ }).click()
  await expect(kept).toContainText('None yet.')
})
