/**
 * `npm run screenshots`: builds the app, walks through the demo as a person would, and writes the
 * README's pictures to docs/screens: every screen at 1440x900 and 390x844, light and dark.
 */
import { mkdirSync } from 'node:fs'
import { chromium, expect } from '@playwright/test'
import { build, preview } from 'vite'
import { AppPage } from '../e2e/pages/app-page'
import { browserFlags, findBrowser } from './browser.mjs'

const out = process.argv[2] ?? 'docs/screens'
const sizes = [
  { name: '', width: 1440, height: 900 },
  { name: '-phone', width: 390, height: 844 },
]

const executablePath = findBrowser({ mayInstall: true })
if (!executablePath) throw new Error('No Chromium was found and none could be installed: set CHROMIUM_PATH.')
mkdirSync(out, { recursive: true })
if (!process.argv.includes('--no-build')) await build({ logLevel: 'warn' })
const server = await preview({ preview: { host: '127.0.0.1', port: 4181, strictPort: true } })
const browser = await chromium.launch({ executablePath, args: browserFlags })

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, width, height } of sizes) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height }, baseURL: 'http://127.0.0.1:4181/', reducedMotion: 'reduce' })
    const page = await context.newPage()
    const app = new AppPage(page)
    const shoot = async (screen: string) => {
      // A picture is taken when nothing is being opened or drawn any more.
      await expect(page.getByText(/^(Opening|Drawing)/)).toHaveCount(0, { timeout: 60_000 })
      await page.screenshot({ path: `${out}/${screen}-${colorScheme}${name}.png` })
    }
    await app.open()
    await shoot('start')
    await app.demoButton.click()
    await app.scored()
    // The offer of the tour is answered, as most people have it after their first minute.
    await page.getByRole('button', { name: 'No, thanks' }).click()
    await shoot('alerts')
    await app.alertsTable.getByRole('row').nth(1).click()
    await page.getByRole('dialog').waitFor()
    await shoot('history')
    await page.keyboard.press('Escape')
    await app.tab('Thresholds')
    await page.getByText(/we suggest/).waitFor()
    await page.getByRole('figure', { name: 'Precision-recall curve' }).waitFor()
    await shoot('thresholds')
    await app.tab('Models')
    await page.getByRole('tabpanel').waitFor()
    await shoot('models')
    await app.tab('Data quality')
    await page.getByRole('tabpanel').waitFor()
    await shoot('quality')
    await context.close()
  }
}

await browser.close()
await server.close()
console.log(`Pictures written to ${out}`)
