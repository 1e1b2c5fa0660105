/** Thresholds by segment: accepted, followed by lists and files, saved and taken on again, given up. */
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { reportNumbers } from '../../src/testing/report-file'
import { formatThreshold } from '../../src/ui/format/format-score'
import { AppPage } from '../pages/app-page'

const section = (page: Page) => page.getByRole('region', { name: 'Where it works and where not' })
const accepting = (page: Page) => page.getByRole('region', { name: 'Thresholds of their own on the alert list' })
const beside = (page: Page) => page.getByRole('region', { name: 'Thresholds by segment' })

async function openSegments(app: AppPage): Promise<void> {
  await app.tab('Thresholds')
  await app.page.getByRole('tab', { name: 'Segments', exact: true }).click()
}

async function apartBy(page: Page, choice: string): Promise<void> {
  await section(page).getByRole('combobox', { name: /^Apart by/ }).selectOption({ label: choice })
  await expect(section(page).getByRole('table', { name: `Apart by: ${choice.toLowerCase()}` })).toBeVisible()
}

/** Alerts of a file of predictions, in all and on its latest day. Its first column is the day; only the last two are looked at beside it, for items may have commas in their names. */
function flagged(text: string): { readonly all: number; readonly latest: number } {
  const lines = text.trimEnd().split('\n').slice(1).map((line) => line.split(','))
  const latest = lines.map(([day]) => day!).sort().at(-1)
  const alerts = lines.filter((cells) => cells.at(-2) === '1')
  return { all: alerts.length, latest: alerts.filter(([day]) => day === latest).length }
}

test('thresholds by store are accepted, everything follows and agrees, and one threshold for all is the way back', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  const before = await app.alertCount()
  const common = flagged((await app.download('Download predictions')).text)
  expect(common.latest).toBe(before)

  await openSegments(app)
  await apartBy(page, 'Store')
  await accepting(page).getByRole('button', { name: 'Use these thresholds' }).click()
  await expect(accepting(page).getByRole('button', { name: 'These thresholds are in use' })).toBeDisabled()
  await expect(beside(page)).toContainText('This slider sets the common threshold')
  await expect(beside(page)).toContainText(/On store-items that they were not set by, [\d,]+ of [\d,]+ alerts were right \(\d+%\)/)

  // Figures beside the slider, those of the segments and those of the file are the same alerts.
  const table = section(page).getByRole('table', { name: 'Apart by: store' })
  const counts = await table.getByRole('row').locator('[role=cell]:nth-of-type(3)').allTextContents()
  const numberIn = (text: string | undefined) => Number(/[\d,]+/.exec(text ?? '')?.[0].replace(/,/g, ''))
  const bySegment = counts.reduce((sum, text) => sum + numberIn(text), 0)
  await page.getByRole('tab', { name: 'Curves', exact: true }).click()
  const confusion = page.getByRole('table', { name: 'Rows by what was flagged and what was true' })
  const cell = async (row: string) => numberIn(await confusion.getByRole('row', { name: new RegExp(`^${row}`) }).getByRole('cell').first().textContent() ?? '')
  await expect.poll(async () => (await cell('Phantom')) + (await cell('Not phantom'))).toBe(bySegment)

  await app.tab('Alerts')
  const own = await app.alertCount()
  expect(own).not.toBe(before)
  await expect(app.alertsTable).toHaveAttribute('aria-rowcount', String(own + 1))
  await expect(page.getByRole('region', { name: 'Overview' })).toContainText(`Alerts${own}`)
  await expect(page.getByText(/Listed by LightGBM: \d+ segments \(by store\) have thresholds of their own/)).toBeVisible()
  const predictions = flagged((await app.download('Download predictions')).text)
  expect(predictions.latest).toBe(own)
  expect(predictions.all).toBe(bySegment)
  // A row tells by which threshold it was judged.
  await app.alertsTable.getByRole('row').nth(1).click()
  const opinion = page.getByRole('dialog').getByRole('table', { name: /models put it on the list/ }).getByRole('row', { name: /^LightGBM/ })
  await expect(opinion).toContainText(/Store \d{4}|common/)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  // The slider moves the other rows alone: at 1 those that have their own threshold stay.
  await app.tab('Thresholds')
  await app.thresholdBox.fill('1')
  await app.thresholdBox.press('Enter')
  await expect.poll(() => app.alertCount()).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Shipped threshold' }).click()
  await expect.poll(() => app.alertCount()).toBe(own)

  // Saved, given up, and taken on again.
  await page.getByRole('tab', { name: 'Take it away' }).click()
  const session = await app.download('Save session')
  const threshold = await app.download('Save threshold.json')
  expect(JSON.parse(threshold.text)).toMatchObject({ model: 'lgbm', segment_thresholds: { format_version: 1, by: 'store' } })
  await beside(page).getByRole('button', { name: 'Back to one threshold for all' }).click()
  await expect(beside(page)).toHaveCount(0)
  await expect.poll(() => app.alertCount()).toBe(before)
  await page.getByLabel('Session file').setInputFiles({ name: 's.json', mimeType: 'application/json', buffer: Buffer.from(session.text) })
  await expect(page.getByRole('status', { name: 'Taken on' })).toContainText('Session taken on')
  await expect.poll(() => app.alertCount()).toBe(own)

  // One segment is declined, and comes back by undoing that; then there is one threshold for all again.
  await openSegments(app)
  await apartBy(page, 'Store')
  const boxes = accepting(page).getByRole('checkbox')
  const all = await boxes.count()
  expect(all).toBeGreaterThan(1)
  await boxes.first().uncheck()
  await expect(accepting(page).getByRole('checkbox', { checked: true })).toHaveCount(all - 1)
  await accepting(page).getByRole('button', { name: /^Undo/ }).click()
  await expect(accepting(page).getByRole('checkbox', { checked: true })).toHaveCount(all)
  await accepting(page).getByRole('button', { name: 'One threshold for all' }).click()
  await expect(accepting(page).getByRole('checkbox', { checked: true })).toHaveCount(0)
  await expect.poll(() => app.alertCount()).toBe(before)
})

test('the report and the comparison say by which thresholds they count', async ({ page, context }, testInfo) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await openSegments(app)
  await apartBy(page, 'Store')
  const about = section(page).getByText('A threshold of its own has most recall')
  await expect(about).toContainText('the same for all.')
  await accepting(page).getByRole('button', { name: 'Use these thresholds' }).click()
  await expect(about).toContainText('LightGBM as it alerts now: by the thresholds in use by store')
  await page.getByRole('tab', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Models side by side' })).toContainText('Thresholds by segment are left out here')

  await page.getByRole('tab', { name: 'Take it away' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save report' }).click()
  const path = testInfo.outputPath('report.html')
  await (await saving).saveAs(path)
  const { models, segments, comparison } = reportNumbers(readFileSync(path, 'utf8'))
  const [lightGbm, ...others] = models
  expect(others.map((model) => model.segment_thresholds)).toEqual(others.map(() => undefined))
  const alerts = ({ tp, fp }: { readonly tp: number; readonly fp: number }) => tp + fp
  for (const apart of segments) expect(apart.segments.reduce((sum, { counts }) => sum + alerts(counts), 0)).toBe(alerts(lightGbm!.counts))
  expect(alerts(comparison.own.models[0]!.counts)).not.toBe(alerts(lightGbm!.counts))

  const report = await context.newPage()
  await report.goto(`file://${path}`)
  const own = lightGbm!.segment_thresholds!.segments
  const table = report.getByRole('table', { name: 'LightGBM: thresholds by store' })
  await expect(table.getByRole('row')).toHaveCount(own.length + 1)
  const apart = report.getByRole('table', { name: 'Apart by: store, in numbers' })
  for (const { name, threshold } of own) {
    await expect(table.getByRole('row', { name: new RegExp(`^${name} `) })).toContainText(formatThreshold(threshold))
    await expect(apart.getByRole('row', { name: new RegExp(`^${name} `) })).toContainText('in use')
  }
})

test('what cannot decide a live alert is only looked at, and the screen says why', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await openSegments(app)
  for (const [choice, why] of [['Day of the week', 'come and go from the list with the calendar'], ['Length of history', 'grows by a day each day']] as const) {
    await apartBy(page, choice)
    await expect(accepting(page)).toContainText(why)
    await expect(accepting(page).getByRole('button')).toHaveCount(0)
  }
  await page.getByRole('radio', { name: 'Test worlds' }).check()
  await apartBy(page, 'Category')
  await expect(accepting(page)).toContainText('simulated worlds’ categories, not yours')
  await expect(accepting(page).getByRole('button')).toHaveCount(0)
})
