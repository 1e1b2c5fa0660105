/** What a store can check today: ranked, capped, held back with reasons, by keyboard and on a phone. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { drawnRows, labelledCsv, phantomSku, phantomStore, plainCsv, type Row } from '../data/extracts'
import { AppPage } from '../pages/app-page'

const listOf = (page: Page) => page.getByRole('table', { name: "Today's list" })
const itemsOf = (page: Page) => listOf(page).getByRole('row').filter({ has: page.getByRole('button') })
const headingsOf = (page: Page) => listOf(page).getByRole('rowheader')

/** The drawn rows with a place for each item: aisles 2 and 10, two departments. */
function placedCsv(rows: readonly Row[]): string {
  const lines = plainCsv(rows).trimEnd().split('\n')
  return lines.map((line, i) => (i === 0 ? `${line},department,aisle,bin` : `${line},${placeOf(rows[i - 1]!)}`)).join('\n') + '\n'
}
const placeOf = ({ sku }: Row) => `${Number(sku) % 3 === 0 ? 'Dry' : 'Fresh'},${Number(sku) % 2 === 0 ? 10 : 2},${sku.slice(-2)}`

/** Opens an extract and makes every item in stock an alert. */
async function everyItemAnAlert(app: AppPage, csv: string): Promise<void> {
  await app.open()
  await app.give(csv)
  await app.scored()
  await app.alertOnAll()
  await expect(listOf(app.page)).toBeVisible()
}

/** Most items of the drawn stores sold on the latest day, so that their silence says nothing: puts them back. */
async function putBackSlowSellers(page: Page): Promise<void> {
  await page.getByText(/^Held back: \d+/).click()
  await page.locator('summary').filter({ hasText: /^Slow sellers/ }).click()
  await page.getByRole('button', { name: 'Put back on the list: Slow sellers' }).click()
  await expect(page.getByRole('list', { name: 'Put back' })).toContainText('Slow sellers')
}

test('today begins with the item that stopped selling, where it stands, and what the list promises', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(placedCsv(drawnRows()))
  await app.scored()
  const row = itemsOf(page).filter({ hasText: phantomSku })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('14')
  await expect(row).toContainText('Dry, aisle 2, bin 05')
  await expect(page.getByText(/should be real|chance that it is real/)).toBeVisible()
})

test('where the file has labels, the list says what they say in place of a promise', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(labelledCsv(drawnRows()))
  await app.scored()
  await expect(itemsOf(page).filter({ hasText: phantomSku })).toHaveCount(1)
  await expect(page.getByText(/phantom by the file’s own labels?/)).toBeVisible()
  await expect(page.getByText(/should be real|chance that it is real/)).toHaveCount(0)
})

test('the number of checks caps the list of each store, and the others are said to wait', async ({ page }) => {
  const app = new AppPage(page)
  await everyItemAnAlert(app, plainCsv())
  await putBackSlowSellers(page)
  await page.getByRole('spinbutton', { name: /Checks we can do today/ }).fill('2')
  await expect(itemsOf(page)).toHaveCount(4)
  await expect(page.getByText(/more alerts? waits? for another day/)).toBeVisible()
  await page.getByRole('combobox', { name: 'List of store' }).selectOption(phantomStore)
  await expect(itemsOf(page)).toHaveCount(2)
  await expect(page.getByRole('heading', { name: `Today’s list, store ${phantomStore}` })).toBeVisible()
})

test('no alert is lost: listed, waiting and held back add up to the status line', async ({ page }) => {
  const app = new AppPage(page)
  await everyItemAnAlert(app, plainCsv())
  await expect(page.getByText(/^Held back: [1-9]/)).toBeVisible()
  const listed = await itemsOf(page).count()
  const numberIn = async (text: Locator) => ((await text.count()) === 0 ? 0 : Number(/(\d+)/.exec((await text.first().textContent()) ?? '')![1]))
  const waiting = await numberIn(page.getByText(/\d+ more alerts? waits? for another day/))
  const held = await numberIn(page.getByText(/^Held back: \d+/))
  expect(listed + waiting + held).toBe(await app.alertCount())
})

test('a walk goes by department, then aisle 2 before aisle 10', async ({ page }) => {
  const app = new AppPage(page)
  await everyItemAnAlert(app, placedCsv(drawnRows()))
  await putBackSlowSellers(page)
  await page.getByRole('combobox', { name: 'List of store' }).selectOption(phantomStore)
  await expect.poll(async () => (await headingsOf(page).allTextContents()).map((text) => text.replace(/ \d+ items?$/, ''))).toEqual(['Dry, aisle 2', 'Dry, aisle 10', 'Fresh, aisle 2', 'Fresh, aisle 10'])
  await page.getByRole('radio', { name: 'Most at stake first' }).check()
  await expect(headingsOf(page)).toHaveCount(0)
})

test('what is held back is counted with its reason, and comes back by a click', async ({ page }) => {
  const app = new AppPage(page)
  await everyItemAnAlert(app, plainCsv())
  const before = await itemsOf(page).count()
  const heading = page.getByText(/^Held back: \d+/)
  const held = Number(/\d+/.exec((await heading.textContent())!)![0])
  expect(held).toBeGreaterThan(0)
  await putBackSlowSellers(page)
  await expect.poll(() => itemsOf(page).count()).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Hold back again: Slow sellers' }).click()
  await expect(itemsOf(page)).toHaveCount(before)
})

test('control rows are the same after a reload, and the screen does not tell them apart', async ({ page }) => {
  const app = new AppPage(page)
  const rows = async () => {
    await app.open()
    await app.give(plainCsv())
    await app.scored()
    await page.getByRole('checkbox', { name: 'Add control rows' }).check()
    await expect(page.getByText(/more items? (is|are) drawn at random/)).toBeVisible()
    await expect(listOf(page).getByRole('columnheader', { name: 'Chance' })).toHaveCount(0)
    // Rows are drawn before what they say has come.
    await expect(listOf(page).getByText('…')).toHaveCount(0)
    return itemsOf(page).allTextContents()
  }
  const first = await rows()
  expect(first.length).toBeGreaterThan(2)
  expect(await rows()).toEqual(first)
})

test('the whole task by keyboard: to an item of the list, its history, back, and on to all alerts', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  const item = itemsOf(page).first().getByRole('button')
  for (let presses = 0; presses < 40 && !(await item.evaluate((button) => button === document.activeElement)); presses++) await page.keyboard.press('Tab')
  await expect(item).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(item).toBeFocused()
  await page.getByRole('button', { name: 'See all alerts' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'All alerts' })).toBeFocused()
  await expect(app.alertsTable).toBeInViewport()
})

test.describe('under axe', () => {
  // axe needs to run its script in the page, which the strict policy would refuse.
  test.use({ bypassCSP: true })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`on a phone nothing is cut off and nothing is in the way, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 390, height: 844 })
      const app = new AppPage(page)
      await everyItemAnAlert(app, placedCsv(drawnRows()))
      await app.unfoldAll()
      await expect(page.getByText('Counting day by day …')).toHaveCount(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
    })
  }
})
