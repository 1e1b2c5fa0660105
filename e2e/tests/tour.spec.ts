import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

const card = (page: Page, step: string) => page.getByRole('dialog', { name: step })
const steps = [
  'Tour, step 1 of 5 What to check today',
  'Tour, step 2 of 5 Why this one',
  'Tour, step 3 of 5 What was found',
  'Tour, step 4 of 5 The threshold',
  'Tour, step 5 of 5 How honest the figures are',
] as const

test('the tour of the demo is taken by keyboard alone, there and back, and offered once', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  const offer = page.getByRole('button', { name: 'Take the tour' })
  await offer.focus()
  await page.keyboard.press('Enter')

  await expect(card(page, steps[0])).toBeFocused()
  await expect(page.getByRole('region', { name: /^Today’s list/ })).toBeInViewport()
  await page.keyboard.press('ArrowRight')
  await expect(card(page, steps[1])).toBeFocused()
  const item = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: 'What was found' }) }).first()
  await expect(item.getByRole('heading', { name: 'Why the stock may not be there' })).toBeInViewport()
  await page.keyboard.press('ArrowRight')
  await expect(card(page, steps[2])).toBeFocused()
  await expect(item.getByRole('group', { name: 'What was found' })).toBeInViewport()
  await page.keyboard.press('ArrowRight')
  await expect(card(page, steps[3])).toBeFocused()
  await expect(app.slider).toBeInViewport()
  await page.keyboard.press('ArrowRight')
  await expect(card(page, steps[4])).toBeFocused()
  await expect(page.getByRole('region', { name: 'Measured results' })).toBeInViewport()

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(card(page, steps[2])).toBeFocused()
  await expect(item).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Tour', exact: true })).toBeFocused()

  await page.reload()
  await expect(app.demoButton).toBeEnabled()
  await app.demoButton.click()
  await app.scored()
  await expect(page.getByRole('button', { name: 'Tour', exact: true })).toBeVisible()
  await expect(offer).toHaveCount(0)
})

test('the tour traps nothing: the page beside it can be used, and a file of one’s own is never interrupted', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await expect(page.getByRole('button', { name: 'Take the tour' })).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: 'Tour', exact: true }).click()
  for (const step of steps.slice(0, 3)) {
    await expect(card(page, step)).toBeVisible()
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await expect(card(page, steps[3])).toBeVisible()
  const before = Number(await app.thresholdBox.inputValue())
  await app.slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => Number(await app.thresholdBox.inputValue())).toBeLessThan(before)
  await expect(card(page, steps[3])).toBeVisible()
  await page.getByRole('button', { name: 'Skip the tour' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Thresholds' })).toHaveAttribute('aria-selected', 'true')
})

for (const { colorScheme, viewport } of [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const) {
  test(`every step of the tour is within the window and has no accessibility violation: ${colorScheme}, ${viewport.width} px`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport, baseURL: baseURL!, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const app = new AppPage(page)
    await app.open()
    await app.demoButton.click()
    await app.scored()
    const violations: string[] = []
    const check = async (place: string) => {
      const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      for (const { id, nodes } of found) violations.push(`${place}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
    }
    await check('Offer')
    await page.getByRole('button', { name: 'Take the tour' }).click()
    for (const step of steps) {
      await expect(card(page, step)).toBeFocused()
      await expect(card(page, step)).toBeInViewport({ ratio: 1 })
      await check(step)
      if (step !== steps[4]) await page.getByRole('button', { name: 'Next' }).click()
    }
    await page.getByRole('button', { name: 'To the list' }).click()
    await expect(page.getByRole('tab', { name: 'Alerts' })).toHaveAttribute('aria-selected', 'true')
    expect(violations).toEqual([])
    await context.close()
  })
}

for (const width of [1280, 1440, 1920]) {
  test(`large type fits every screen, charts included, and is kept for the tab: ${width} px`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 }, baseURL: baseURL! })
    const page = await context.newPage()
    const app = new AppPage(page)
    await app.open()
    const large = page.getByRole('button', { name: 'Large type' })
    const sizeOf = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
    const before = await sizeOf()
    await large.click()
    await expect(large).toHaveAttribute('aria-pressed', 'true')
    const after = await sizeOf()
    expect(after).toBeGreaterThan(before * 1.1)

    await page.reload()
    await expect(app.demoButton).toBeEnabled()
    expect(await sizeOf()).toBe(after)
    await app.demoButton.click()
    await app.scored()
    for (const tab of ['Alerts', 'Thresholds', 'Models', 'Data quality'] as const) {
      await app.tab(tab)
      await expect(page.getByRole('tabpanel')).toBeVisible()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(wide, `${tab} scrolls sideways`).toBeLessThanOrEqual(0)
      if (tab !== 'Thresholds') continue
      const figure = page.getByRole('figure', { name: 'Precision-recall curve' })
      const written = await figure.locator('svg text').first().evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
      expect(written).toBeGreaterThan(12)
    }
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await large.click()
    expect(await sizeOf()).toBe(before)
    await context.close()
  })
}
