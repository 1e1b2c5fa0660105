import { expect, test } from '@playwright/test'
import { drawnRows, plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

const canary = 'CANARY-7f3a91'

test('no request at all is made once a file is given', async ({ page, context }) => {
  const app = new AppPage(page)
  await app.open()
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const rows = drawnRows().map((row) => ({ ...row, category: canary }))
  await app.give(plainCsv(rows))
  await app.scored()
  for (const tab of ['Thresholds', 'Models', 'Data quality', 'Alerts'] as const) await app.tab(tab)
  await app.alertsTable.getByRole('row').nth(1).click()
  await expect(page.getByRole('dialog')).toContainText(canary)
  await page.keyboard.press('Escape')
  const { text } = await app.download('Download predictions')
  expect(text).toContain(canary)
  // A download is handed over as a blob of this page: it never touches the network.
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
})

test('the demo after a file of one’s own makes no request either', async ({ page, context }) => {
  const app = new AppPage(page)
  await app.open()
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await app.give('not,an,extract\n', 'mine.csv')
  await expect(page.getByRole('alert')).toContainText('mine.csv could not be scored')
  await app.demoButton.click()
  await app.scored()
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
})

test('nothing is fetched from another origin, from the first byte on', async ({ page, context, baseURL }) => {
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((url) => !url.startsWith(baseURL!) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([])
})

test('the page carries a strict content security policy and breaks none of its rules', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
  const app = new AppPage(page)
  await app.open()
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toContain('unsafe-inline')
  expect(policy).not.toMatch(/'unsafe-eval'/)
  await app.demoButton.click()
  await app.scored()
  for (const tab of ['Thresholds', 'Models', 'Data quality', 'Alerts'] as const) await app.tab(tab)
  await app.alertsTable.getByRole('row').nth(1).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(complaints).toEqual([])
})

test('after one visit the demo works with no network', async ({ page, context }) => {
  const app = new AppPage(page)
  await app.open()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await expect(app.demoButton).toBeEnabled()
  await context.setOffline(true)
  await page.reload()
  await app.demoButton.click()
  await app.scored()
  expect(await app.alertCount()).toBeGreaterThan(0)
})
