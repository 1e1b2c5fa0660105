import { expect, test } from '@playwright/test'
import { germanCsv, phantomSku, phantomStore, plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

test('the demo extract puts alerts on the screen with one click', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  expect(await app.alertCount()).toBeGreaterThan(0)
  await expect(app.alertsTable.getByRole('row').nth(1)).toBeVisible()
})

test('a dropped extract needs no click, and the item that stopped selling stands in the list', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  const row = app.alertsTable.getByRole('row').filter({ hasText: phantomSku }).filter({ hasText: phantomStore })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('14')
})

test('the same rows in German form give the same predictions, identifiers kept as they came', async ({ page }) => {
  const app = new AppPage(page)
  const predictions: string[] = []
  for (const csv of [plainCsv(), germanCsv()]) {
    await app.open()
    await app.give(csv)
    await app.scored()
    const { name, text } = await app.download('Download predictions')
    expect(name).toBe('phantom_predictions.csv')
    predictions.push(text)
  }
  const scores = predictions.map((text) => text.trimEnd().split(/\r?\n/).map((line) => line.split(/[,;]/)))
  const [plain, german] = scores as [string[][], string[][]]
  const added = (header: string[]) => header.map((cell) => cell.replaceAll('"', '')).indexOf('phantom_probability_lgbm')
  // The German file writes decimal commas inside quotes, so its columns are counted from the end.
  const tail = plain[0]!.length - added(plain[0]!)
  expect(german.map((cells) => cells.slice(-tail))).toEqual(plain.map((cells) => cells.slice(-tail)))
  expect(plain[1]).toContain('000100')
})

test('a row opens its history with a table beside the picture, and Escape closes it', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  const row = app.alertsTable.getByRole('row').filter({ hasText: phantomSku }).first()
  await row.click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toBeVisible()
  await expect(drawer).toContainText(phantomSku)
  await expect(drawer.getByRole('table').first()).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})
