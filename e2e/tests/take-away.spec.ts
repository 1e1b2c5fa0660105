import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { f1, precision, recall } from '../../src/domain/metrics/confusion-measures'
import { reportNumbers } from '../../src/testing/report-file'
import { formatCount, formatMoney, formatShare } from '../../src/ui/format/format-number'
import { formatScore, formatThreshold } from '../../src/ui/format/format-score'
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

/** Saves the report of what is open, and opens it from disk in a context without a network. */
async function savedReport(page: Page, path: string): Promise<{ readonly html: string; readonly asked: readonly string[] }> {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 100_000 }), page.getByRole('button', { name: 'Save report' }).click()])
  expect(download.suggestedFilename()).toBe('phantom_report.html')
  await download.saveAs(path)
  return { html: readFileSync(path, 'utf8'), asked: asked.filter((url) => !url.startsWith('blob:')) }
}

test('the report opens from disk without scripts or network, and its figures follow from its counts', async ({ page, context }, testInfo) => {
  const app = new AppPage(page)
  await atFile(app)
  await setThreshold(app, threshold)
  const path = testInfo.outputPath('report.html')
  const { html, asked } = await savedReport(page, path)
  expect(asked).toEqual([])

  const data = reportNumbers(html)
  const report = await context.newPage()
  const fetched: string[] = []
  report.on('request', (request) => fetched.push(request.url()))
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
  const curve = figures.filter({ has: report.getByRole('heading', { name: 'Precision-recall curve', exact: true }) })
  await expect(curve.locator('svg path').first()).toBeVisible()
  await expect(curve.getByRole('table')).toBeVisible()
  expect(fetched).toEqual([report.url()])
})

test('the report says of models, segments and money what the screen says, and its numbers bear it out', async ({ page, context }, testInfo) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await app.tab('Thresholds')
  await page.getByRole('tab', { name: 'Compare', exact: true }).click()
  const compared = await page.getByRole('table', { name: 'Models at their own thresholds' }).getByRole('row', { name: 'LightGBM' }).textContent()
  await page.getByRole('tab', { name: 'Segments', exact: true }).click()
  const gain = (await page.getByRole('region', { name: 'Where it works and where not' }).getByText(/threshold of (its|their) own for/).textContent()) ?? ''
  await page.getByRole('tab', { name: 'Take it away' }).click()
  const path = testInfo.outputPath('report.html')
  const { html } = await savedReport(page, path)
  const data = reportNumbers(html)
  const report = await context.newPage()
  await report.goto(`file://${path}`)

  for (const [workload, name] of [['own', 'Models at their own thresholds'], ['equal', 'Models at equal workload']] as const) {
    const figure = report.getByRole('figure').filter({ has: report.getByRole('heading', { name, exact: true }) })
    await expect(figure.locator('svg text', { hasText: 'LightGBM' })).toBeVisible()
    await expect(figure.getByText(/^Source: Labels of demo-extract\.csv, [\d,]+ rows$/)).toBeVisible()
    for (const { model, counts } of data.comparison[workload].models) {
      const row = figure.getByRole('row', { name: data.models.find(({ id }) => id === model)!.name })
      await expect(row).toContainText(`${formatCount(counts.tp + counts.fp)} ${formatCount(counts.tp)} phantom`)
      await expect(row).toContainText(formatShare(precision(counts)))
      await expect(row).toContainText(formatShare(recall(counts)))
    }
  }
  const own = data.comparison.own.models[0]!
  expect(compared).toContain(formatShare(precision(own.counts)))
  expect(compared).toContain(formatShare(own.intervals.precision!.low))

  await expect(report.getByText(gain)).toBeVisible()
  for (const { segments } of data.segments) {
    const [positives, rows] = [segments.reduce((sum, part) => sum + part.positives, 0), segments.reduce((sum, part) => sum + part.rows, 0)]
    expect([positives, rows]).toEqual([own.counts.tp + own.counts.fn, own.counts.tp + own.counts.fp + own.counts.fn + own.counts.tn])
  }

  // What the profit curve prints is on the curve that the file carries.
  const { profit, shareRecovered, costOfCheck, costOfMiss } = data.payoff
  const onCurve = profit.points.map(({ tp, fp, worth_found, threshold: at }) => {
    const earned = shareRecovered * worth_found - costOfCheck * (tp + fp) + costOfMiss * tp
    return [formatThreshold(at), ((tp + fp) / profit.store_days).toFixed(1), formatMoney(earned / profit.store_days)].join(' ')
  })
  const printed = data.figures.find(({ name }) => name === 'Profit by threshold')!.rows.map((cells) => cells.join(' '))
  expect(printed.length).toBeGreaterThan(10)
  expect(printed.filter((row) => !onCurve.includes(row))).toEqual([])
  await expect(report.getByRole('row', { name: 'One check costs' })).toContainText(String(costOfCheck))

  const { intervals } = data.models[0]!
  const measures = report.getByRole('table', { name: 'Each model at its own threshold' }).getByRole('row', { name: 'LightGBM' })
  for (const { low, high } of [intervals.average_precision!, intervals.auc!]) await expect(measures).toContainText(`(${formatScore(low)} to ${formatScore(high)})`)
})

test('the report of a dark app is light or dark as its reader wishes, light on paper, fits a phone and breaks no rule of accessibility', async ({ browser, baseURL }, testInfo) => {
  // The report is long, and every rule is held against all of it, twice.
  test.slow()
  const dark = await browser.newContext({ colorScheme: 'dark', baseURL: baseURL! })
  const app = new AppPage(await dark.newPage())
  await atFile(app)
  const path = testInfo.outputPath('report.html')
  await savedReport(app.page, path)
  await dark.close()

  for (const colorScheme of ['light', 'dark'] as const) {
    // axe needs to run its script in the page, which the report's own policy would refuse.
    const context = await browser.newContext({ colorScheme, bypassCSP: true, offline: true, viewport: { width: 390, height: 844 } })
    const report = await context.newPage()
    await report.goto(`file://${path}`)
    expect(await report.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    const { violations } = await new AxeBuilder({ page: report }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])

    const curve = report.getByRole('figure').filter({ has: report.getByRole('heading', { name: 'Precision-recall curve', exact: true }) })
    const [paper, ink] = [curve.locator('svg > rect').first(), curve.locator('svg text').first()]
    const isDark = colorScheme === 'dark'
    await expect(paper).toHaveCSS('fill', isDark ? 'rgb(23, 35, 42)' : 'rgb(255, 255, 255)')
    await expect(ink).toHaveCSS('fill', isDark ? 'rgb(230, 237, 239)' : 'rgb(23, 36, 42)')
    await report.emulateMedia({ media: 'print' })
    await expect(paper).toHaveCSS('fill', 'rgb(255, 255, 255)')
    await expect(ink).toHaveCSS('fill', 'rgb(23, 36, 42)')
    await context.close()
  }
})
