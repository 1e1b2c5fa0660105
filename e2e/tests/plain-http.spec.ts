import { expect, test } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

/** A host in a store's own network, without a certificate: no secure context there. */
const origin = 'http://backoffice.example/'

test.use({ serviceWorkers: 'block' })

test('served over plain http the four models are verified and score all the same', async ({ page, context, baseURL }) => {
  await context.route(`${origin}**`, async (route) => {
    await route.fulfill({ response: await route.fetch({ url: route.request().url().replace(origin, baseURL!) }) })
  })
  await page.goto(origin)
  const app = new AppPage(page)
  await expect(app.demoButton).toBeEnabled()
  expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto])).toEqual([false, false])
  await app.give(plainCsv())
  await app.scored()
  for (const name of ['LightGBM', 'XGBoost', 'Random Forest', 'LSTM'] as const) await app.chooseModel(name)
  const { text } = await app.download('Download predictions')
  const last = text.trimEnd().split('\n').at(-1)!.split(',').slice(-6, -2)
  expect(last.every((cell) => Number(cell) > 0)).toBe(true)
})
