import { expect, test, type Locator, type Page } from '@playwright/test'
import { labelledCsv, plainCsv } from '../data/extracts'
import { hearWorkers } from '../data/worker-messages'
import { AppPage } from '../pages/app-page'

test('raising the threshold never adds an alert, and one threshold moves every screen', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  const before = await app.alertCount()

  await app.tab('Thresholds')
  await expect(app.slider).toBeVisible()
  await app.thresholdBox.fill('0.99')
  await app.thresholdBox.press('Enter')
  await app.tab('Alerts')
  await expect.poll(() => app.alertCount()).toBeLessThanOrEqual(before)
  const strict = await app.alertCount()

  await app.tab('Thresholds')
  await app.thresholdBox.fill('0.05')
  await app.thresholdBox.press('Enter')
  await app.tab('Alerts')
  await expect.poll(() => app.alertCount()).toBeGreaterThan(strict)
})

test('the slider answers to the keyboard: arrows .01, page keys .05', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await app.tab('Thresholds')
  await app.thresholdBox.fill('0.5')
  await app.thresholdBox.press('Enter')
  await app.slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(app.thresholdBox).toHaveValue(/^0?[.,]51/)
  await page.keyboard.press('PageDown')
  await expect(app.thresholdBox).toHaveValue(/^0?[.,]46/)
})

test('the curve stands as a figure with a table twin', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await app.tab('Thresholds')
  await expect(page.getByRole('figure', { name: 'Precision-recall curve' })).toBeVisible()
})

test('average precision and AUC stand beside each model with their intervals', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await app.tab('Thresholds')
  const offered = await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio').count()
  for (const [name, figure] of [['AP', 'Precision-recall curve'], ['AUC', 'ROC curve']] as const) {
    const notes = page.getByRole('figure', { name: figure }).getByText(new RegExp(`^${name} \\d\\.\\d{3} \\(95%: `))
    await expect(notes).toHaveCount(offered)
    for (const note of await notes.allTextContents()) {
      const [value = NaN, low = NaN, high = NaN] = note.replace('95%', '').match(/\d\.\d{3}/g)!.map(Number)
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
    }
  }
})

test('where too few store-items stand behind average precision and AUC, that is said in place of an interval', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(labelledCsv())
  await app.scored()
  await app.tab('Thresholds')
  const offered = await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio').count()
  await expect(page.getByRole('figure', { name: 'Precision-recall curve' }).getByText(/^AP \d\.\d{3} \(too few items for an interval\)$/)).toHaveCount(offered)
  await expect(page.getByRole('figure', { name: 'ROC curve' }).getByText(/^AUC \d\.\d{3} \(too few items for an interval\)$/)).toHaveCount(offered)
})

test('an extract without labels is measured on the bundled test worlds, and the screen says so', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Thresholds')
  await expect(page.getByText(/no labels/i).first()).toBeVisible()
  await expect(page.getByText(/test worlds/i).first()).toBeVisible()
})

test('each of the four models can be chosen and carries its own threshold', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await app.tab('Thresholds')
  const seen = new Set<string>()
  for (const name of ['LightGBM', 'XGBoost', 'Random Forest', 'LSTM'] as const) {
    await app.chooseModel(name)
    seen.add(await app.thresholdBox.inputValue())
  }
  expect(seen.size).toBeGreaterThan(1)
})

test('the slider never asks a worker to read or score: the alerts change and the scores stay', async ({ page }) => {
  const workers = await hearWorkers(page)
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  expect((await workers.kinds()).filter((kind) => kind === 'score')).toHaveLength(1)
  const before = await app.alertCount()
  const topProbability = await app.alertsTable.getByRole('row').nth(1).textContent()
  await app.tab('Thresholds')
  await expect(app.slider).toBeVisible()
  const asked = (await workers.kinds()).length
  await app.slider.focus()
  for (let step = 0; step < 10; step++) await page.keyboard.press('PageDown')
  await app.tab('Alerts')
  await expect.poll(() => app.alertCount()).toBeGreaterThan(before)
  expect(await app.alertsTable.getByRole('row').nth(1).textContent()).toBe(topProbability)
  // Rows that come into sight are fetched to be drawn, and the bench studies how sure its figures are: from scores that stand.
  const kinds = new Set((await workers.kinds()).slice(asked).filter((kind) => kind !== 'ping'))
  expect([...kinds].filter((kind) => kind !== 'rows' && kind !== 'study')).toEqual([])
})

/** Sets 0.35 on one file, then opens another; gives the notice, and the shipped threshold as the Thresholds screen says it. */
async function carryThreshold(page: Page, app: AppPage): Promise<{ notice: Locator; shipped: string }> {
  await app.open()
  await app.give(labelledCsv(), 'monday.csv')
  await app.scored()
  await app.tab('Thresholds')
  await app.thresholdBox.fill('0.35')
  await app.thresholdBox.press('Enter')
  const own = page.getByRole('table', { name: 'Thresholds to choose from' }).getByRole('row', { name: 'Shipped threshold' }).getByRole('cell').first()
  const shipped = Number(await own.textContent()).toFixed(3)
  const notice = page.getByRole('status', { name: 'Threshold set earlier' })
  await expect(notice).toHaveCount(0)
  await app.give(plainCsv(), 'tuesday.csv')
  await app.scored()
  return { notice, shipped }
}

test('a threshold that goes on to the next file is told of, beside the shipped one as the Thresholds screen says it, and can be given back', async ({ page }) => {
  const app = new AppPage(page)
  const { notice, shipped } = await carryThreshold(page, app)
  await expect(notice).toContainText(`LightGBM stands at 0.35, set before this extract was opened; shipped ${shipped}.`)
  await notice.getByRole('button', { name: 'Use the shipped threshold' }).click()
  await expect(notice).toHaveCount(0)
  await app.tab('Thresholds')
  await expect.poll(async () => Number(await app.thresholdBox.inputValue()).toFixed(3)).toBe(shipped)
})

test('a threshold that goes on to the next file can be kept, and is told of once', async ({ page }) => {
  const app = new AppPage(page)
  const { notice } = await carryThreshold(page, app)
  await notice.getByRole('button', { name: 'Keep 0.35' }).click()
  await expect(notice).toHaveCount(0)
  await app.tab('Thresholds')
  await expect(app.thresholdBox).toHaveValue('0.35')
})
