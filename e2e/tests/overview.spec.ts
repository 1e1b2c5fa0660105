/** All alerts of the latest day in figures: in all, by store and department, day by day. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { drawnRows, plainCsv, type Row } from '../data/extracts'
import { AppPage } from '../pages/app-page'

const overviewOf = (page: Page) => page.getByRole('region', { name: 'Overview' })
const partsOf = (page: Page) => page.getByText(/^The figures .*day by day$/)

async function figure(page: Page, name: RegExp): Promise<string> {
  const term = overviewOf(page).getByRole('term').filter({ hasText: name })
  return (await overviewOf(page).getByRole('definition').nth(await indexOf(page, await term.textContent())).textContent()) ?? ''
}
const indexOf = async (page: Page, name: string | null) => (await overviewOf(page).getByRole('term').allTextContents()).indexOf(name ?? '')

/** Cells of a column below its head. */
async function columnSum(page: Page, table: string, column: number): Promise<number> {
  const cells = await page.getByRole('table', { name: table }).getByRole('row').evaluateAll((rows, at) => rows.slice(1).map((row) => row.children[at]?.textContent ?? ''), column)
  return cells.reduce((sum, cell) => sum + Number(cell.replaceAll(',', '')), 0)
}

/** Sells on with nothing on record from day 45 on. */
const withGhost = (rows: readonly Row[]) => rows.map((row, i) => (row.sku === '000103' && row.store === '0012' && i % 60 >= 45 ? { ...row, onHand: 45 - (i % 60) - 1, sold: 1, received: 0 } : row))

test('the figures are those of the table and the status line, and the parts add up to them', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  const alerts = await app.alertCount()
  expect(await figure(page, /^Alerts$/)).toMatch(new RegExp(`^${alerts}\\b`))
  await partsOf(page).click()
  expect(await columnSum(page, 'By store', 1)).toBe(alerts)
  expect(await columnSum(page, 'By department', 1)).toBe(alerts)
})

test('the figures follow the threshold, not the filter of the table', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.alertOnAll()
  const all = await app.alertCount()
  expect(await figure(page, /^Alerts$/)).toBe(String(all).concat(' '))
  await page.getByRole('searchbox', { name: 'Search' }).fill('000105')
  await expect.poll(() => app.alertCount()).toBeLessThan(all)
  expect(await figure(page, /^Alerts$/)).toBe(String(all).concat(' '))
})

test('day by day has a table twin whose last day is today', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await partsOf(page).click()
  const figureOfDays = page.getByRole('figure', { name: 'Day by day' })
  await expect(figureOfDays).toBeVisible()
  await figureOfDays.getByRole('button', { name: 'Show as table' }).click()
  const newest = figureOfDays.getByRole('row').nth(1)
  await expect(newest.getByRole('cell').first()).toHaveText(String(await app.alertCount()))
})

test('before any check no hit rate stands, and it is said why', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  expect(await figure(page, /^Real so far$/)).toContain('after the first checks')
})

test('an item that sells with nothing on record is counted and listed with what to do', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv(withGhost(drawnRows())))
  await app.scored()
  expect(await figure(page, /^Sell with no stock$/)).toMatch(/^1 item: the record says 0 or less/)
  await page.getByText(/^Sells with no stock on record: 1/).click()
  await expect(page.getByRole('listitem').filter({ hasText: '000103' })).toContainText('sold in 7 days')
  await expect(page.getByText(/Count the item and put the record right/)).toBeVisible()
})

test.describe('under axe', () => {
  // axe needs to run its script in the page, which the strict policy would refuse.
  test.use({ bypassCSP: true })

  test('the unfolded figures have no barrier, light and dark', async ({ page }) => {
    const app = new AppPage(page)
    await app.open()
    await app.demoButton.click()
    await app.scored()
    await app.unfoldAll()
    await expect(page.getByRole('figure', { name: 'Day by day' })).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
    }
  })
})
