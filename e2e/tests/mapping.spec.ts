import { expect, test } from '@playwright/test'
import { plainCsv, twoStockColumnsCsv } from '../data/extracts'
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
