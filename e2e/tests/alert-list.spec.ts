import { expect, test } from '@playwright/test'
import { drawnRows, phantomSku, phantomStore, plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

/** Every item of the latest day on the list, whatever the models think of them. */
async function openWholeList(app: AppPage): Promise<void> {
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.alertOnAll()
}

/** Texts of one column of the drawn rows, from the top. */
async function column(app: AppPage, name: string): Promise<string[]> {
  const heads = await app.alertsTable.getByRole('columnheader').allTextContents()
  const at = heads.findIndex((head) => head.startsWith(name))
  const rows = await app.alertsTable.getByRole('row').all()
  return Promise.all(rows.slice(1).map(async (row) => (await row.getByRole('cell').nth(at).textContent()) ?? ''))
}

test('a column head sorts the list, again the other way, and says so to screen readers', async ({ page }) => {
  const app = new AppPage(page)
  await openWholeList(app)
  const onHand = app.alertsTable.getByRole('columnheader', { name: 'On-hand' })
  await onHand.getByRole('button').click()
  await expect(onHand).toHaveAttribute('aria-sort', 'descending')
  const falling = async () => (await column(app, 'On-hand')).map(Number)
  await expect.poll(async () => isSorted((await falling()).reverse())).toBe(true)
  await onHand.getByRole('button').click()
  await expect(onHand).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => isSorted(await falling())).toBe(true)
})

const isSorted = (values: readonly number[]) => values.length > 3 && values.every((value, at) => at === 0 || values[at - 1]! <= value)

test('search, store and category narrow the list, and the count follows', async ({ page }) => {
  const app = new AppPage(page)
  await openWholeList(app)
  const all = await app.alertCount()
  const inStock = drawnRows().filter(({ date, onHand }) => date === '2025-04-29' && onHand > 0)
  expect(all).toBe(inStock.length)

  await page.getByRole('combobox', { name: 'Store', exact: true }).selectOption(phantomStore)
  await expect.poll(() => app.alertCount()).toBe(inStock.filter(({ store }) => store === phantomStore).length)
  await page.getByRole('combobox', { name: 'Category', exact: true }).selectOption('Dairy')
  await expect.poll(() => app.alertCount()).toBe(inStock.filter(({ store, category }) => store === phantomStore && category === 'Dairy').length)
  await page.getByRole('searchbox', { name: 'Search' }).fill(phantomSku)
  await expect.poll(() => app.alertCount()).toBe(1)
  expect(await column(app, 'SKU')).toEqual([phantomSku])

  await page.getByRole('searchbox', { name: 'Search' }).fill('no such thing')
  await expect(page.getByText('Nothing to check here')).toBeVisible()
  await page.getByRole('button', { name: 'Show all stores and categories' }).click()
  await expect.poll(() => app.alertCount()).toBe(all)
})

test('the printed count list shows a box to tick for each shelf, and nothing of the screen', async ({ page }) => {
  // The list is made when the browser is asked to print; no dialog may open here.
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  const app = new AppPage(page)
  await openWholeList(app)
  await page.getByRole('button', { name: 'Print count list' }).click()
  await page.emulateMedia({ media: 'print' })
  const list = page.getByRole('heading', { name: `Count list, store ${phantomStore}` })
  await expect(list).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Alerts' })).toBeHidden()
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Counted' }) }).first()
  const shelves = table.locator('tbody').getByRole('row').filter({ has: page.getByRole('cell') })
  expect(await shelves.count()).toBeGreaterThan(0)
  const boxes = await shelves.evaluateAll((rows) =>
    rows.map((row) => {
      const box = row.querySelector('td span')
      if (!box) return false
      const { borderTopWidth, borderTopStyle, width, height } = getComputedStyle(box)
      return borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0 && parseFloat(width) > 5 && parseFloat(height) > 5
    }),
  )
  expect(boxes.every(Boolean)).toBe(true)
  await expect(table).toContainText(phantomSku)
})

test('a list that was scrolled away from its current row can still be entered by keyboard', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv(drawnRows({ items: 150, days: 40 })))
  await app.scored()
  await app.alertOnAll()
  const rows = app.alertsTable.getByRole('row')
  await rows.nth(1).focus()
  await page.keyboard.press('End')
  const last = page.locator('[role=row]:focus')
  await expect(last).toHaveAttribute('aria-rowindex', String((await app.alertCount()) + 1))
  await page.evaluate(() => window.scrollTo(0, 0))
  await expect(rows.filter({ hasNot: page.getByRole('columnheader') }).first()).toHaveAttribute('aria-rowindex', '2')
  await expect(last).toHaveCount(1)
})

test('what is being typed stays as typed until it is a value', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  const perStore = page.getByLabel(/Checks we can do today/)
  await perStore.fill('')
  await expect(perStore).toHaveValue('')
  await perStore.pressSequentially('35')
  await expect(perStore).toHaveValue('35')
  await perStore.fill('')
  await perStore.blur()
  await expect(perStore).toHaveValue('35')
})
