/** What was found: by one key or one touch, counted at once, and lost to no reload, crash, second tab or full disk. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { phantomSku, plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

async function openList(page: Page): Promise<AppPage> {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  return app
}

const listed = (page: Page) => page.getByRole('table', { name: "Today's list" }).getByRole('row').filter({ hasText: phantomSku })
const found = (page: Page) => page.getByRole('dialog').getByRole('region', { name: 'What was found' })
const outcome = (page: Page, name: string) => found(page).getByRole('button', { name, exact: true })
const panel = (page: Page): Locator => page.getByRole('group').filter({ has: page.getByRole('heading', { name: 'What was found' }) })

async function openItem(page: Page): Promise<void> {
  await listed(page).getByRole('button').click()
  await expect(found(page)).toBeVisible()
}
const closeItem = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
const openPanel = (page: Page) => page.getByRole('heading', { name: 'What was found' }).click()

test('one key enters it: the item leaves the list, the hit stands beside the promise, and a crash takes nothing', async ({ page, context }) => {
  await openList(page)
  await openItem(page)
  await page.keyboard.press('2')
  await expect(outcome(page, 'In the backroom')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('1')
  await expect(outcome(page, 'Not found')).toHaveAttribute('aria-pressed', 'true')
  await expect(outcome(page, 'In the backroom')).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('u')
  await expect(outcome(page, 'In the backroom')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('1')
  await found(page).getByLabel('Counted (if you counted)').fill('3')
  await expect(found(page).getByRole('alert')).toContainText('Which of the two is right?')
  await found(page).getByLabel('Counted (if you counted)').fill('0')
  await expect(found(page).getByRole('alert')).toHaveCount(0)
  // Digits in a box are text, and enter nothing.
  await found(page).getByLabel('Note').fill('looked twice, 5 6')
  await expect(outcome(page, 'Not found')).toHaveAttribute('aria-pressed', 'true')
  await expect(found(page).getByRole('status')).toContainText('Kept in this browser.')
  await closeItem(page)
  await expect(listed(page)).toHaveCount(0)
  await openPanel(page)
  await expect(panel(page)).toContainText('1 of 1 checked was real so far; promised 1.')

  const crashed = page.waitForEvent('crash')
  const session = await context.newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  const again = await context.newPage()
  await openList(again)
  await openPanel(again)
  const row = again.getByRole('table', { name: 'Findings' }).getByRole('row').filter({ hasText: phantomSku })
  await expect(row).toContainText('Not found')
  await expect(row).toContainText('looked twice, 5 6')
  await expect(listed(again)).toHaveCount(0)
})

test('a finding changes the list, the work that is left and the measured hit rate at once, in the other tab too', async ({ page, context }) => {
  const other = await context.newPage()
  await openList(page)
  await openList(other)
  const measured = (tab: Page) => tab.getByRole('region', { name: 'Overview' }).locator('div').filter({ has: tab.getByRole('term').filter({ hasText: /^Real so far$/ }) }).getByRole('definition')
  const work = (tab: Page) => tab.getByRole('region', { name: /Today.s list/ })
  await expect(measured(page)).toContainText('known after the first checks')
  await expect(work(page)).toContainText('1 shelf to check')
  await openItem(page)
  await page.keyboard.press('1')
  for (const tab of [page, other]) {
    await expect(measured(tab)).toHaveText(/^1 of 1 checked alerts$/)
    await expect(work(tab)).toContainText('All 1 of today are checked')
    await expect(listed(tab)).toHaveCount(0)
  }
  // The shelf was full after all: the same entry, corrected, takes the hit back.
  await page.keyboard.press('4')
  for (const tab of [page, other]) await expect(measured(tab)).toHaveText(/^0 of 1 checked alerts$/)
  await page.keyboard.press('u')
  await page.keyboard.press('u')
  for (const tab of [page, other]) {
    await expect(measured(tab)).toContainText('known after the first checks')
    await expect(work(tab)).toContainText('1 shelf to check')
  }
  await closeItem(page)
  for (const tab of [page, other]) await expect(listed(tab)).toHaveCount(1)
})

test('two tabs see each other, and the last entry stands in both', async ({ page, context }) => {
  const other = await context.newPage()
  await openList(page)
  await openList(other)
  await openPanel(other)
  await openItem(page)
  await outcome(page, 'Misplaced').click()
  const there = other.getByRole('table', { name: 'Findings' })
  await expect(there).toContainText('Misplaced')
  await expect(listed(other)).toHaveCount(0)
  await other.getByRole('button', { name: new RegExp(`Take back the finding of SKU ${phantomSku}`) }).click()
  await expect(outcome(page, 'Misplaced')).toHaveAttribute('aria-pressed', 'false')
  await expect(found(page).getByRole('status')).toHaveText('Not checked yet.')
  await expect(listed(other)).toHaveCount(1)
})

test('a full disk is said with the file at hand, and trying again keeps it', async ({ page, context, baseURL }) => {
  const app = await openList(page)
  const session = await context.newCDPSession(page)
  const origin = new URL(baseURL!).origin
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await openItem(page)
  await page.keyboard.press('1')
  await expect(found(page).getByRole('status')).toContainText('On this page only')
  await closeItem(page)
  const trouble = page.getByRole('alert').filter({ hasText: '1 finding on this page only' })
  await expect(trouble).toContainText('disk is full')
  const [download] = await Promise.all([page.waitForEvent('download'), trouble.getByRole('button', { name: 'Download findings' }).click()])
  expect(download.suggestedFilename()).toBe('phantom_findings.csv')
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await trouble.getByRole('button', { name: 'Try again' }).click()
  await expect(trouble).toHaveCount(0)
  await page.reload()
  await expect(app.demoButton).toBeEnabled()
  await app.give(plainCsv())
  await app.scored()
  await openPanel(page)
  await expect(page.getByRole('table', { name: 'Findings' })).toContainText(phantomSku)
})

test('a file takes findings out and brings them back after all were erased, and names the lines it cannot read', async ({ page }) => {
  const app = await openList(page)
  await openItem(page)
  await outcome(page, 'Damaged').click()
  await found(page).getByLabel('Note').fill('=1+1')
  await expect(found(page).getByRole('status')).toContainText('Kept in this browser.')
  await closeItem(page)
  await openPanel(page)
  const { name, text } = await app.download('Download findings')
  expect(name).toBe('phantom_findings.csv')
  expect(text).toContain(`,${phantomSku},`)
  expect(text).toContain(",'=1+1,")

  await page.getByRole('button', { name: 'Erase all …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep them' }).click()
  await expect(page.getByRole('table', { name: 'Findings' })).toContainText(phantomSku)
  await page.getByRole('button', { name: 'Erase all …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Findings' })).toHaveCount(0)
  await expect(listed(page)).toHaveCount(1)

  const buffer = Buffer.from(`${text}0007,000106,,30/02/2025,not-found\n`, 'utf8')
  await page.getByLabel('Findings file').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await expect(panel(page).getByRole('status')).toContainText('1 finding taken. 1 line could not be read.')
  await expect(panel(page)).toContainText('Line 3, date: “30/02/2025”')
  await expect(page.getByRole('table', { name: 'Findings' })).toContainText('=1+1')
  await expect(listed(page)).toHaveCount(0)
})

test('on a phone the buttons are large, nothing runs over the edge, and axe finds nothing', async ({ browser, baseURL }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    // axe needs to run its script in the page, which the strict policy would refuse.
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 390, height: 844 }, baseURL: baseURL! })
    const page = await context.newPage()
    await openList(page)
    await openItem(page)
    for (const button of await found(page).getByRole('group').getByRole('button').all()) {
      const box = await button.boundingBox()
      expect(box!.height).toBeGreaterThanOrEqual(48)
      expect(box!.x + box!.width).toBeLessThanOrEqual(390)
    }
    await outcome(page, 'On the shelf').click()
    await found(page).getByLabel('Counted (if you counted)').fill('0')
    const drawer = await new AxeBuilder({ page }).include('dialog').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
    expect(drawer.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
    await closeItem(page)
    await openPanel(page)
    const screen = await new AxeBuilder({ page }).include('details').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
    expect(screen.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await context.close()
  }
})
