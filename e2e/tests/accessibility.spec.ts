import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { AppPage } from '../pages/app-page'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    test(`no accessibility violation on any screen: ${colorScheme}, ${viewport.width} px`, async ({ browser, baseURL }) => {
      // axe needs to run its script in the page, which the strict policy would refuse.
      const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport, baseURL: baseURL! })
      const page = await context.newPage()
      const app = new AppPage(page)
      const violations: string[] = []
      const check = async (screen: string) => {
        const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
        for (const { id, nodes } of found) violations.push(`${screen}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
      }
      await app.open()
      await check('Start')
      await app.demoButton.click()
      await app.scored()
      for (const tab of ['Alerts', 'Thresholds', 'Models', 'Data quality'] as const) {
        await app.tab(tab)
        await expect(page.getByRole('tabpanel')).toBeVisible()
        await check(tab)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect(wide, `${tab} scrolls sideways`).toBeLessThanOrEqual(0)
      }
      await app.tab('Alerts')
      await app.alertsTable.getByRole('row').nth(1).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await check('History')
      expect(violations).toEqual([])
      await context.close()
    })
  }
}

test('the main job is done by keyboard alone', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.focus()
  await page.keyboard.press('Enter')
  await app.scored()
  await page.getByRole('tab', { name: 'Alerts' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Thresholds' })).toBeFocused()
})
