/** The sections of the Thresholds screen that compare models, set figures apart, and judge an extract without labels. */
import { expect, test, type Page } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'

async function openSection(page: Page, name: string, give: (app: AppPage) => Promise<void>): Promise<void> {
  const app = new AppPage(page)
  await app.open()
  await give(app)
  await app.scored()
  await app.tab('Thresholds')
  await page.getByRole('tab', { name, exact: true }).click()
}

const demo = (app: AppPage) => app.demoButton.click()

test('models stand side by side at their own thresholds and at equal workload, with the alerts that they share', async ({ page }) => {
  await openSection(page, 'Compare', demo)
  const section = page.getByRole('region', { name: 'Models side by side' })
  const models = section.getByRole('table', { name: 'Models at their own thresholds' })
  // Every model that can be chosen, below the head of the table.
  const offered = await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio').count()
  expect(offered).toBeGreaterThanOrEqual(4)
  await expect(models.getByRole('row')).toHaveCount(offered + 1)
  await expect(section.getByText(/Labels of .+, [\d,]+ rows, all of them scored by every model/)).toBeVisible()

  await section.getByRole('radio', { name: 'Equal workload' }).check()
  const equal = section.getByRole('table', { name: 'Models at equal workload' })
  const alerts = await equal.getByRole('row').locator('[role=cell]:nth-of-type(2)').allTextContents()
  const counts = alerts.map((text) => Number(/[\d,]+/.exec(text.replace('Alerts', ''))?.[0].replace(/,/g, '')))
  expect(counts.length).toBeGreaterThan(3)
  expect(Math.min(...counts) / Math.max(...counts)).toBeGreaterThan(0.95)

  const shared = section.getByRole('table', { name: /^Alerts that two models share/ })
  await expect(shared.getByRole('row', { name: /^LightGBM –/ })).toContainText('%')
})

test('figures stand apart by what the analyst chooses, and say where they rest on too few rows', async ({ page }) => {
  await openSection(page, 'Segments', demo)
  const section = page.getByRole('region', { name: 'Where it works and where not' })
  await expect(section.getByRole('table', { name: /how fast an item sells/ })).toBeVisible()
  await section.getByRole('combobox', { name: /^Apart by/ }).selectOption({ label: 'Day of the week' })
  await expect(section.getByRole('table', { name: /day of the week/ }).getByRole('row')).toHaveCount(8)
  await section.getByRole('combobox', { name: /^Apart by/ }).selectOption({ label: 'Store' })
  await expect(section.getByRole('table', { name: /store/ })).toBeVisible()
  await expect(section.getByText(/threshold of (its|their) own/).first()).toBeVisible()
})

test('an extract without labels gets an estimate beside what was measured elsewhere, and is held against the training', async ({ page }) => {
  await openSection(page, 'This extract', (app) => app.give(plainCsv()))
  const expected = page.getByRole('region', { name: 'What to expect on this extract' })
  await expect(expected.getByText(/^\d.* of the rows that the model was calibrated on were phantom/)).toBeVisible()
  const table = expected.getByRole('table')
  await expect(table.getByRole('row', { name: /^Measured Simulated test worlds/ })).toContainText('%')
  await expect(table.getByRole('row', { name: /^Estimate by the probabilities alone/ })).toBeVisible()

  const drift = page.getByRole('region', { name: 'How far it stands from what the models learned from' })
  await expect(drift.getByText(/This extract is .*(like|unlike) those that the models learned from/)).toBeVisible()
  await expect(drift.getByRole('row', { name: /forecast in the file/i }).or(drift.getByRole('button', { name: /^Show all \d+ signals/ }))).not.toHaveCount(0)
})
