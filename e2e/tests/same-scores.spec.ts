import { expect, test } from '@playwright/test'
import { scoreByCommandLine } from '../data/command-line'
import { drawnRows, germanCsv, plainCsv, referenceCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

test('header names do not matter: both forms give the same scores without a click', async ({ page }) => {
  const app = new AppPage(page)
  const bodies: string[] = []
  for (const csv of [plainCsv(), referenceCsv()]) {
    await app.open()
    await app.give(csv)
    await app.scored()
    const { text } = await app.download('Download predictions')
    bodies.push(text.slice(text.indexOf('\n')))
  }
  expect(bodies[1]).toBe(bodies[0])
  expect(bodies[0]).toMatch(/,0\.\d+/)
})

const rows = drawnRows({ days: 45, items: 20 })
for (const [form, csv] of [['plain', plainCsv(rows)], ['German', germanCsv(rows)]] as const) {
  test(`the app and the command line write the same file, byte for byte: ${form} form`, async ({ page }) => {
    const app = new AppPage(page)
    await app.open()
    await app.give(csv)
    await app.scored()
    const { text } = await app.download('Download predictions')
    expect(text).toBe(scoreByCommandLine(csv))
  })
}
