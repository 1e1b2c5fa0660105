import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { drawnRows, plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

/** Enough rows that scoring is still under way when a test gets to its button. */
const longExtract = () => plainCsv(drawnRows({ days: 120, items: 100, stores: ['0007', '0012', '0015', '0021', '0033', '0034'] }))

const scoring = (page: Page) => page.getByRole('progressbar', { name: 'Scoring' })

/** Makes one of the page's workers throw, as one does whose memory ran out. */
async function breakWorker(page: Page, script: RegExp): Promise<void> {
  const worker = page.workers().find((one) => script.test(one.url()))
  if (!worker) throw new Error(`no worker runs ${String(script)}`)
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken by the test')
    })
  })
}

test('cancelling while rows are scored leaves the app usable, and scoring can be taken up again', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(longExtract())
  await expect(scoring(page)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(scoring(page)).toHaveCount(0)
  await expect(page.getByText(/scoring was cancelled/i)).toBeVisible()
  for (const tab of ['Thresholds', 'Models', 'Data quality', 'Alerts'] as const) {
    await app.tab(tab)
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
  }
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Score again' }).click()
  await app.scored()
  await expect(page.getByText(/scoring was cancelled/i)).toHaveCount(0)
})

test('cancelling while the file is read gives the start screen, and another file is taken', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(longExtract())
  await page.getByRole('button', { name: 'Cancel' }).click()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Data quality')
  await expect(page.getByRole('tabpanel')).toContainText('1,440')
})

for (const [which, script] of [['reads', /extract-worker/], ['scores', /scoring-worker/]] as const) {
  test(`when the worker that ${which} dies it is said in words, and "Try again" scores the file`, async ({ page }) => {
    const app = new AppPage(page)
    await app.open()
    await app.give(longExtract(), 'morning.csv')
    await expect(scoring(page)).toBeVisible()
    await breakWorker(page, script)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('morning.csv could not be scored')
    await expect(alert).toContainText(/stopped unexpectedly/i)
    await page.getByRole('button', { name: 'Try again' }).click()
    await app.scored()
    await expect(alert).toHaveCount(0)
  })
}

test('a second file replaces the first, also while the first is being scored', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(longExtract(), 'first.csv')
  await expect(scoring(page)).toBeVisible()
  const second = plainCsv(drawnRows({ stores: ['9001', '9002'] }))
  await app.give(second, 'second.csv')
  await app.scored()
  await expect(page.getByText('second.csv').first()).toBeVisible()
  await expect(page.getByText('first.csv')).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Store', exact: true }).getByRole('option')).toHaveText([/all 2 stores/i, '9001', '9002'])
  const { text } = await app.download('Download predictions')
  expect(text.split('\n').length).toBe(second.split('\n').length)
})
