import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { drawnRows, phantomSku, phantomStore, plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

const whatIf = (page: Page) => page.getByRole('region', { name: 'What if it had been otherwise?' })
/** The cells of the models' rows: name, as it is, as it would be, change, verdict. */
const opinions = (page: Page) =>
  whatIf(page)
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)))

async function openPhantom(page: Page): Promise<void> {
  await new AppPage(page).openItem(plainCsv(), phantomStore, phantomSku)
  await expect(whatIf(page)).toBeVisible()
}

test('a sale three days ago takes the alert back for every model, is told in words, and can be undone', async ({ page }) => {
  await openPhantom(page)
  const region = whatIf(page)
  const days = drawnRows().filter(({ store, sku }) => store === phantomStore && sku === phantomSku)
  const silent = days.length - 1 - days.findLastIndex(({ sold }) => sold > 0)
  await expect(region.getByLabel('Days since the last sale')).toHaveValue(String(silent))
  const before = await opinions(page)
  expect(before.map(([name]) => name).slice(0, 4)).toEqual(['LightGBM', 'XGBoost', 'Random Forest', 'LSTM'])
  for (const [, now, then] of before) expect(then).toBe(now)

  await region.getByLabel('Days since the last sale').fill('3')
  await expect(region.getByText(/^As if \d+ units? had sold 3 days before/)).toBeVisible()
  for (const [name, , , change] of await opinions(page)) expect(change, name).toMatch(/^−/)

  await region.getByRole('button', { name: 'As it was' }).click()
  expect(await opinions(page)).toEqual(before)
})

test('what makes no sense is refused beside its field, and the next answer is a right one', async ({ page }) => {
  await openPhantom(page)
  const region = whatIf(page)
  const onRecord = region.getByLabel('Units on record')
  await onRecord.fill('0')
  await expect(region.getByRole('alert')).toContainText('With nothing on record nothing can be missing')
  await expect(onRecord).toHaveAttribute('aria-invalid', 'true')
  await onRecord.fill('3')
  await expect(region.getByText(/^The record is 11 units lower/)).toBeVisible()
  await expect(region.getByRole('alert')).toHaveCount(0)
})

test('inside the model: one feature over its values, and what the model leans on, each with its table', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Thresholds')
  await page.getByRole('tab', { name: 'Inside the model' }).click()
  const feature = page.getByRole('region', { name: 'What LightGBM makes of one feature' })
  await feature.getByLabel('Feature').selectOption('days_since_sale')
  const figure = feature.getByRole('figure', { name: 'LightGBM over days since the last sale' })
  await figure.getByRole('button', { name: 'Show as table' }).click()
  const values = await figure.getByRole('rowheader').allTextContents()
  expect(values.length).toBeGreaterThan(2)
  expect(values.map(Number)).toEqual(values.map(Number).sort((a, b) => a - b))

  const leaning = page.getByRole('region', { name: 'What LightGBM leans on here' })
  await leaning.getByRole('button', { name: 'Measure it' }).click()
  const kinds = leaning.getByRole('figure', { name: 'Kinds of evidence, LightGBM' })
  await kinds.getByRole('button', { name: 'Show as table' }).click()
  await expect(kinds.getByRole('rowheader')).toHaveCount(7)
  const moved = await kinds.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => Number(row.querySelectorAll('td')[1]?.textContent)))
  expect(moved[0]).toBeGreaterThan(0)
  expect(moved).toEqual(moved.toSorted((a, b) => b - a))
})
