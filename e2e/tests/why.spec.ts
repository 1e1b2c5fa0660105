import { expect, test } from '@playwright/test'
import { drawnRows, phantomSku, phantomStore, plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

/** The drawn days of one store-item. */
const daysOf = (store: string, sku: string) => drawnRows().filter((row) => row.store === store && row.sku === sku)

test('the reasons are the item’s own figures, and what to do follows', async ({ page }) => {
  const app = new AppPage(page)
  await app.openItem(plainCsv(), phantomStore, phantomSku)
  const drawer = page.getByRole('dialog')
  const why = drawer.getByRole('region', { name: 'Why the stock may not be there' })
  const days = daysOf(phantomStore, phantomSku)
  const silent = days.length - 1 - days.findLastIndex(({ sold }) => sold > 0)
  await expect(why.getByRole('listitem').filter({ hasText: `none in the ${silent} days since` })).toHaveCount(1)
  expect(await drawer.getByRole('listitem').filter({ hasText: 'The record has stood at 14' }).count()).toBe(1)
  const steps = drawer.getByRole('region', { name: 'What to do' }).getByRole('listitem')
  await expect(steps.first()).toContainText('Count the shelf')
  await expect(steps.last()).toContainText('14')
})

test('an item that sells says so before anything else', async ({ page }) => {
  const app = new AppPage(page)
  const [sku] = drawnRows().filter(({ date, store, sold, onHand }) => store === '0012' && date === '2025-04-29' && sold > 0 && onHand > 0).map((row) => row.sku)
  await app.openItem(plainCsv(), '0012', sku!)
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('region', { name: 'What speaks against it' })).toContainText('It still sells')
  await expect(drawer).not.toContainText('days since')
})

test('the bars of the chosen model add up to its probability, in the table that stands beside them', async ({ page }) => {
  const app = new AppPage(page)
  await app.openItem(plainCsv(), phantomStore, phantomSku)
  const figure = page.getByRole('dialog').getByRole('figure', { name: 'How LightGBM came to this' })
  await figure.getByRole('button', { name: 'Show as table' }).click()
  const rows = await figure.getByRole('row').evaluateAll((all) => all.slice(1).map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)))
  expect(rows[0]![0]).toBe('A typical item')
  expect(rows.at(-1)![0]).toBe('This item')
  const value = (row: readonly string[]) => Number(row[2]!.replace('−', '-').replace('–', '0'))
  const parts = rows.slice(0, -1).map(value)
  // Each part is written with two decimals.
  expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - value(rows.at(-1)!))).toBeLessThan(0.005 * rows.length)
  const opinion = page.getByRole('table', { name: /models put it on the list/ }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'LightGBM' }) })
  await expect(opinion).toContainText(rows.at(-1)![3]!)
})

test('another model is explained by its own score', async ({ page }) => {
  const app = new AppPage(page)
  await app.openItem(plainCsv(), phantomStore, phantomSku)
  await page.keyboard.press('Escape')
  await app.chooseModel('LSTM')
  await app.alertOnAll()
  await app.alertsTable.getByRole('row').filter({ hasText: phantomStore }).filter({ hasText: phantomSku }).first().click()
  await expect(page.getByRole('dialog').getByRole('figure', { name: 'How LSTM came to this' })).toBeVisible()
})

test('the drawer is opened, read and left by keyboard, and every picture has its table', async ({ page }) => {
  const app = new AppPage(page)
  await app.openItem(plainCsv(), phantomStore, phantomSku)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer).toBeVisible()
  const days = drawer.getByRole('figure', { name: 'The last eight weeks' })
  await days.getByRole('button', { name: 'Show as table' }).focus()
  await page.keyboard.press('Enter')
  const table = days.getByRole('table')
  for (const name of ['Day', 'On-hand', 'Received', 'Sold', 'Expected by past sales', 'LightGBM']) {
    await expect(table.getByRole('columnheader', { name, exact: true })).toBeVisible()
  }
  // Eight weeks and the heads.
  await expect(table.getByRole('row')).toHaveCount(57)
  const last = daysOf(phantomStore, phantomSku).at(-1)!
  await expect(table.getByRole('row').nth(1)).toContainText(String(last.onHand))
})

test('on a phone nothing of the drawer is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const app = new AppPage(page)
  await app.openItem(plainCsv(), phantomStore, phantomSku)
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('figure', { name: 'How LightGBM came to this' })).toBeVisible()
  expect(await drawer.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
})
