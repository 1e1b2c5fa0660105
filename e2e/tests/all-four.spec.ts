import { expect, test, type Page } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

// Requests are answered by the test here, so no service worker may answer first.
test.use({ serviceWorkers: 'block' })

/** The shipped formula, with the verdict of the measurement as this test wants it: whether it is offered changes with each training. */
async function withVerdict(page: Page, offered: boolean): Promise<void> {
  await page.route('**/models/combined.json', async (route) => {
    const answer = await route.fetch()
    const formula = (await answer.json()) as object
    await route.fulfill({ response: answer, json: { ...formula, offered } })
  })
}

test('where all four as one score beat each single model they stand as a fifth choice, on every screen', async ({ page }) => {
  await withVerdict(page, true)
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

test('where they beat no single model there is no such choice', async ({ page }) => {
  await withVerdict(page, false)
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await expect(page.getByRole('radio', { name: 'LSTM' })).toBeEnabled()
  await expect(page.getByRole('radio', { name: 'All four' })).toHaveCount(0)
})

test('where one of the four is missing there is no such choice, and the reason stands on the Models screen', async ({ page }) => {
  await withVerdict(page, true)
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
