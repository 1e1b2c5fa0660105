/** Today's list on paper, as a file and on the clipboard. */
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { drawnRows } from '../data/extracts'
import { AppPage } from '../pages/app-page'

/** One store of 90 items; every third stops selling after forty days, and its record stands. Names that a spreadsheet might run. */
function stoppedCsv(): string {
  const lines = drawnRows({ items: 90, stores: ['0007'] }).map(({ date, store, sku, onHand, sold, forecast, received, price }) => {
    const stopped = Number(sku) % 3 === 0 && date > '2025-04-10'
    const place = `Dry,${1 + (Number(sku) % 4)},${sku.slice(-2)}`
    return [date, store, sku, `"=SUM(1,${Number(sku)})"`, place, stopped ? 14 : onHand, stopped ? 0 : sold, forecast, stopped ? 0 : received, price].join(',')
  })
  return ['date,store_id,sku_id,item_name,department,aisle,bin,on_hand,units_sold,forecast_units,units_received,price', ...lines].join('\n') + '\n'
}

const listed = 25

async function openList(page: Page): Promise<AppPage> {
  // The list is made when the browser is asked to print; no dialog may open here.
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  const app = new AppPage(page)
  await app.open()
  await app.give(stoppedCsv())
  await app.scored()
  await app.tab('Thresholds')
  await app.thresholdBox.fill('0.01')
  await app.thresholdBox.press('Enter')
  await app.tab('Alerts')
  await page.getByLabel(/Checks we can do today/).fill(String(listed))
  return app
}

for (const [paper, size] of [
  ['A4', [595, 842]],
  ['Letter', [612, 792]],
] as const) {
  test(`the count list fills pages of ${paper}, with its head and a box to tick in every line`, async ({ page }) => {
    await openList(page)
    await page.getByLabel('Paper', { exact: true }).selectOption(paper)
    await page.getByRole('button', { name: 'Print count list' }).click()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { name: 'Count list, store 0007' })).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Alerts' })).toBeHidden()
    const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Counted' }) })
    const lines = table.getByRole('row').filter({ hasText: /000\d{3}/ })
    await expect(lines).toHaveCount(listed)
    await expect(lines.first()).toContainText(/none for \d+ days/)
    // In walking order: aisles one after another.
    const aisles = await table.getByRole('rowheader').allTextContents()
    expect(aisles).toEqual(aisles.toSorted())
    expect(aisles.length).toBeGreaterThan(2)
    expect(await table.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe('table-header-group')

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map((box) => [Math.round(Number(box[1])), Math.round(Number(box[2]))])
    expect(boxes.length).toBeGreaterThanOrEqual(2)
    for (const box of boxes) expect(box).toEqual(size)
  })
}

test('control rows stand on the paper like any other, and are marked in the file alone', async ({ page }) => {
  const app = await openList(page)
  await page.getByRole('checkbox', { name: 'Add control rows' }).check()
  await page.getByRole('button', { name: 'Print count list' }).click()
  await page.emulateMedia({ media: 'print' })
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Counted' }) })
  await expect(table).toBeVisible()
  expect(await table.textContent()).not.toMatch(/control|random/i)
  await page.emulateMedia({ media: 'screen' })
  const { name, text } = await app.download('Download list')
  expect(name).toBe('phantom_list.csv')
  const [head, ...lines] = text.replace('\uFEFF', '').trimEnd().split('\n')
  expect(head).toMatch(/^store_id,department,aisle,bin,sku_id,item_name,.*,control_row$/)
  expect(lines.length).toBeLessThanOrEqual(listed)
  expect(lines.filter((line) => line.endsWith(',1')).length).toBeGreaterThan(0)
})

test('files and clipboard hold no formula, item numbers keep their zeros, and copying says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const app = await openList(page)
  for (const button of ['Download list', 'Download these alerts']) {
    const lines = (await app.download(button)).text.replace('\uFEFF', '').trimEnd().split('\n').slice(1)
    expect(lines.length).toBeGreaterThanOrEqual(listed)
    for (const line of lines) expect(line).toMatch(/^0007,Dry,[1-4],\d\d,000\d{3},"'=SUM\(1,\d+\)",/)
  }
  await page.getByRole('button', { name: 'Copy as a table' }).click()
  await expect(page.getByRole('status').filter({ hasText: `${listed} rows copied` })).toBeVisible()
  const tabs = await page.evaluate(() => navigator.clipboard.readText())
  const [head, first] = tabs.split('\n')
  expect(head!.split('\t').slice(0, 5)).toEqual(['store_id', 'department', 'aisle', 'bin', 'sku_id'])
  expect(first!.split('\t')[4]).toMatch(/^000\d{3}$/)
  expect(first!.split('\t')[5]).toMatch(/^'=SUM/)
})
