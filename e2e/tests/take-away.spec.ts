import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { f1, precision, recall } from '../../src/domain/metrics/confusion-measures'
import { formatShare } from '../../src/ui/format/format-number'
import { formatScore } from '../../src/ui/format/format-score'
import { plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

const threshold = '0.61'

async function openTakeAway(app: AppPage): Promise<void> {
  await app.tab('Thresholds')
  await app.page.getByRole('tab', { name: 'Take it away' }).click()
}

async function setThreshold(app: AppPage, value: string): Promise<void> {
  await app.thresholdBox.fill(value)
  await app.thresholdBox.press('Enter')
}

async function atFile(app: AppPage): Promise<void> {
  await app.open()
  await app.give(plainCsv(), 'secret-name.csv')
  await app.scored()
  await openTakeAway(app)
}

const json = (text: string) => ({ name: 'given.json', mimeType: 'application/json', buffer: Buffer.from(text) })

test('a threshold and a session are saved, taken on again and undone; what is not one is refused', async ({ page }) => {
  const app = new AppPage(page)
  await atFile(app)
  await setThreshold(app, threshold)
  const saved = await app.download('Save threshold.json')
  expect(saved.name).toBe('threshold.json')
  expect(JSON.parse(saved.text)).toMatchObject({ precision_floor_threshold: Number(threshold), model: 'lgbm' })
  const session = await app.download('Save session')
  expect(session.text).not.toContain('secret-name')

  await setThreshold(app, '0.25')
  await page.getByLabel('Threshold file').setInputFiles(json(saved.text))
  const news = page.getByRole('status', { name: 'Taken on' })
  await expect(news).toContainText('LightGBM now alerts from 0.61')
  await expect(app.thresholdBox).toHaveValue(threshold)
  await news.getByRole('button', { name: /^Undo/ }).click()
  await expect(app.thresholdBox).toHaveValue('0.25')

  await page.getByLabel('Session file').setInputFiles(json(session.text))
  await expect(news).toContainText('Session taken on from given.json')
  await expect(app.thresholdBox).toHaveValue(threshold)

  await page.getByLabel('Session file').setInputFiles(json(session.text.replace('"format_version": 1', '"format_version": 9')))
  await expect(page.getByRole('alert').filter({ hasText: 'The session was not taken on' })).toContainText('format 9')
  await page.getByLabel('Threshold file').setInputFiles(json('{"precision_floor_threshold": 3}'))
  await expect(page.getByRole('alert').filter({ hasText: 'The threshold was not taken on' })).toContainText('from 0 to 1')
  await expect(app.thresholdBox).toHaveValue(threshold)
})

test('a link opens the app with the same settings, says so and is undone; a damaged one is refused', async ({ page, context }) => {
  const app = new AppPage(page)
  await atFile(app)
  await setThreshold(app, threshold)
  const link = await page.getByLabel('Link with these settings').inputValue()
  expect(decodeURIComponent(link)).not.toContain('secret-name')
  // Pages of one browser share their settings: what undoing leads back to.
  await setThreshold(app, '0.33')

  const there = new AppPage(await opened(context.newPage(), link))
  const news = there.page.getByRole('status', { name: 'Taken on' })
  await expect(news).toContainText('This link brought its settings along', { timeout: 60_000 })
  expect(new URL(there.page.url()).hash).toBe('')
  await there.give(plainCsv())
  await expect(there.page.getByRole('tab', { name: 'Take it away' })).toHaveAttribute('aria-selected', 'true', { timeout: 60_000 })
  await expect(there.thresholdBox).toHaveValue(threshold)
  await news.getByRole('button', { name: /^Undo/ }).click()
  await there.tab('Thresholds')
  await expect(there.thresholdBox).toHaveValue('0.33')

  const cut = await opened(context.newPage(), link.slice(0, -3))
  await expect(cut.getByRole('alert')).toContainText('its end is missing', { timeout: 60_000 })
})

async function opened(page: Promise<Page>, link: string): Promise<Page> {
  const made = await page
  await made.goto(link)
  return made
}

test('the report opens from disk without scripts or network, and its figures follow from its counts', async ({ page, context }, testInfo) => {
  const app = new AppPage(page)
  await atFile(app)
  await setThreshold(app, threshold)
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 100_000 }), page.getByRole('button', { name: 'Save report' }).click()])
  expect(download.suggestedFilename()).toBe('phantom_report.html')
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
  const path = testInfo.outputPath('report.html')
  await download.saveAs(path)

  const data = JSON.parse(/<script type="application\/json" id="report-data">(.*?)<\/script>/s.exec(readFileSync(path, 'utf8'))![1]!) as {
    models: { name: string; threshold: number; counts: { tp: number; fp: number; fn: number; tn: number } }[]
  }
  const report = await context.newPage()
  await report.goto(`file://${path}`)
  const table = report.getByRole('table', { name: 'Each model at its own threshold' })
  expect(data.models).toHaveLength(await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio').count())
  for (const { name, counts } of data.models) {
    const cells = table.getByRole('row', { name }).getByRole('cell')
    await expect(cells.nth(1)).toContainText(formatShare(precision(counts)))
    await expect(cells.nth(2)).toContainText(formatShare(recall(counts)))
    await expect(cells.nth(3)).toHaveText(formatScore(f1(counts)))
  }
  expect(data.models[0]!.threshold).toBe(Number(threshold))
  // The charts are drawings of the page itself, each with its numbers.
  const figures = report.getByRole('figure')
  expect(await figures.count()).toBeGreaterThanOrEqual(5)
  const curve = figures.filter({ has: report.getByRole('heading', { name: 'Precision-recall curve', exact: true }) })
  await expect(curve.locator('svg path').first()).toBeVisible()
  await expect(curve.getByRole('table')).toBeVisible()
  expect(asked.filter((url) => /^https?:/.test(url))).toEqual([])
})
