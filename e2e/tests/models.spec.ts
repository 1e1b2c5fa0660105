import { expect, test } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

// Requests are answered by the test here, so no service worker may answer first.
test.use({ serviceWorkers: 'block' })

test('the results table names four models, and each has its card', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await app.tab('Models')
  const panel = page.getByRole('tabpanel')
  for (const name of ['LightGBM', 'XGBoost', 'Random Forest', 'LSTM']) {
    await expect(page.getByRole('table', { name: 'Test worlds: ranking' }).getByRole('rowheader', { name, exact: true })).toBeVisible()
    await expect(page.getByRole('article', { name })).toContainText(`${name} model card`)
  }
  await expect(panel).toContainText(/simulat/i)
})

test('a missing model is refused in words, and the other three score', async ({ page }) => {
  await page.route('**/models/rf/**', (route) => route.fulfill({ status: 404, body: 'not here' }))
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Models')
  await expect(page.getByRole('article', { name: 'Random Forest' })).toContainText(/could not be (found|loaded)|missing/i)
  for (const name of ['LightGBM', 'XGBoost', 'LSTM']) await expect(page.getByRole('article', { name })).toContainText('Shipped threshold')
})

test('a corrupt model is refused by its hash, and the other three score', async ({ page }) => {
  await page.route('**/models/xgb/pipeline.onnx', async (route) => {
    const answer = await route.fetch()
    const bytes = await answer.body()
    bytes[bytes.length >> 1] = bytes[bytes.length >> 1]! ^ 0xff
    await route.fulfill({ response: answer, body: bytes })
  })
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Models')
  await expect(page.getByRole('article', { name: 'XGBoost' })).toContainText(/damaged|corrupt|does not match/i)
  for (const name of ['LightGBM', 'Random Forest', 'LSTM']) await expect(page.getByRole('article', { name })).toContainText('Shipped threshold')
})
