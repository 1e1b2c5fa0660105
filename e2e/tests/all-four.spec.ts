import { expect, test } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

// Requests are answered by the test here, so no service worker may answer first.
test.use({ serviceWorkers: 'block' })

test('all four as one score stand as a fifth choice, on every screen', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio', { name: 'All four', exact: true }).check()
  await expect(page.getByText('by All four')).toBeVisible()
  expect(await app.alertCount()).toBeGreaterThan(0)

  await app.alertsTable.getByRole('row').nth(1).click()
  await expect(page.getByRole('dialog').getByRole('rowheader', { name: 'All four' }).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await app.tab('Thresholds')
  const before = await app.alertCount()
  await app.thresholdBox.fill('0.05')
  await app.thresholdBox.press('Enter')
  await expect.poll(() => app.alertCount()).toBeGreaterThan(before)
  await expect(page.getByRole('figure', { name: 'Precision-recall curve' })).toContainText('All four')

  await app.tab('Alerts')
  const { text } = await app.download('Download predictions')
  expect(text.split('\n', 1)[0]).toContain('phantom_probability_combined')
})

test('where one of the four is missing there is no such choice, and the reason stands on the Models screen', async ({ page }) => {
  await page.route('**/models/rf/**', (route) => route.fulfill({ status: 404, body: 'not here' }))
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await expect(page.getByRole('radio', { name: 'LightGBM' })).toBeEnabled()
  await expect(page.getByRole('radio', { name: 'All four' })).toHaveCount(0)
  await app.tab('Models')
  await expect(page.getByRole('article', { name: 'All four' })).toContainText('"rf" cannot be used')
})
