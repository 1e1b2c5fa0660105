/** The control of the bench and what can be saved of its pictures, on the demo extract, which has labels. */
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { AppPage } from '../pages/app-page'

async function openBench(page: Page): Promise<AppPage> {
  const app = new AppPage(page)
  await app.open()
  await app.demoButton.click()
  await app.scored()
  await app.tab('Thresholds')
  await expect(page.getByRole('figure', { name: 'Precision-recall curve' })).toBeVisible()
  return app
}

const setting = (page: Page) => page.getByRole('region', { name: 'Setting' })

/** The figure beside the sentence, 0 to 1. */
async function figure(page: Page, name: 'Precision' | 'Recall'): Promise<number> {
  const text = (await setting(page).locator('dl > div').filter({ hasText: name }).textContent()) ?? ''
  return Number(/([\d.]+)%/.exec(text)![1]) / 100
}

test('each goal has a threshold that gives what was asked, and says so once it is taken', async ({ page }) => {
  const app = await openBench(page)
  const said = setting(page).getByRole('status')
  const use = (name: string) => setting(page).getByRole('button', { name: `Use: ${name}` }).click()

  await page.getByRole('textbox', { name: 'Precision at least' }).fill('0.8')
  await use('Precision at least')
  await expect(said).toContainText('Solved:')
  await expect(said).toContainText(await app.thresholdBox.inputValue())
  expect(await figure(page, 'Precision')).toBeGreaterThanOrEqual(0.8)

  await page.getByRole('textbox', { name: 'Recall at least' }).fill('0.6')
  await use('Recall at least')
  await expect(said).toContainText('at least 60% of the phantom rows')
  expect(await figure(page, 'Recall')).toBeGreaterThanOrEqual(0.6)

  await page.getByRole('spinbutton', { name: 'Checks per store and day, at most' }).fill('3')
  await use('Checks per store and day, at most')
  await expect(said).toContainText('at most 3 checks a store')
  const checks = Number(/([\d,]+) checks on the latest day over (\d+) stores/.exec((await said.textContent()) ?? '')![1]!.replace(',', ''))
  const stores = Number(/over (\d+) stores/.exec((await said.textContent()) ?? '')![1])
  expect(checks).toBeLessThanOrEqual(3 * stores)
  expect(await app.alertCount()).toBe(checks)

  await use('Lowest cost')
  await expect(said).toContainText('costs least of all thresholds')
})

test('a goal that cannot be reached says so, with the nearest', async ({ page }) => {
  await openBench(page)
  await page.getByRole('combobox', { name: 'Precision is held by' }).selectOption({ label: '95% certain (one-sided)' })
  await page.getByRole('textbox', { name: 'Precision at least' }).fill('1')
  await setting(page).getByRole('button', { name: 'Use: Precision at least' }).click()
  await expect(setting(page).getByRole('status')).toContainText(/Not reachable: .*The nearest is/)
})

test('a precision that rests on too few alerts is said to, and another threshold is suggested to rely on', async ({ page }) => {
  const app = await openBench(page)
  const table = setting(page).getByRole('table', { name: 'Thresholds to choose from' })
  await page.getByRole('textbox', { name: 'Precision at least' }).fill('0.995')
  await expect(table.getByRole('row', { name: 'Precision at least' })).toContainText('too few to trust')
  const surest = table.getByRole('row', { name: 'Surest to rely on' })
  await expect(surest).toContainText(/with 95% certainty at least [\d.]+% of its alerts are real/)
  await expect(table).toContainText(/we suggest [\d.]+: no threshold with enough alerts behind it reaches precision 99\.5%/)
  await setting(page).getByRole('button', { name: 'Use: Surest to rely on' }).click()
  await expect(setting(page).getByRole('status')).toContainText('is the surest threshold to rely on')
  await expect(surest).toContainText(await app.thresholdBox.inputValue())
  await expect(surest.getByRole('button', { name: 'In use: Surest to rely on' })).toBeFocused()
})

test('without labels a goal is solved on the estimate, and called one', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  // The demo's last column is its labels.
  const unlabelled = readFileSync('public/samples/demo-extract.csv', 'utf8').replace(/,[^,\n]*$/gm, '')
  await app.give(unlabelled)
  await app.scored()
  await expect(page.getByText(/should be real/)).toBeVisible()
  await app.tab('Thresholds')
  // Nothing tells more of these rows, so nobody has to choose it.
  await expect(page.getByRole('radiogroup', { name: 'Judge by' }).getByRole('radio', { name: 'Estimate on this extract' })).toBeChecked()
  await page.getByRole('textbox', { name: 'Precision at least' }).fill('0.8')
  await setting(page).getByRole('button', { name: 'Use: Precision at least' }).click()
  const said = setting(page).getByRole('status')
  await expect(said).toContainText(/Solved on the estimate: .*not a measurement/)
  await expect(said).toContainText(await app.thresholdBox.inputValue())
  expect(Number(/precision about ([\d.]+)%/.exec((await said.textContent()) ?? '')![1])).toBeGreaterThanOrEqual(80)
  // By its lower figure it takes a surer threshold, or says that none was found.
  const byFigure = Number(await app.thresholdBox.inputValue())
  await page.getByRole('combobox', { name: 'Precision is held by' }).selectOption({ label: 'by its lower figure' })
  await setting(page).getByRole('button', { name: 'Use: Precision at least' }).click()
  await expect(said).toContainText(/by its lower figure/)
  expect(Number(await app.thresholdBox.inputValue())).toBeGreaterThan(byFigure)
  // A link from up here leads to a section that would open out of sight.
  await page.getByRole('button', { name: 'How far is this extract from what the model learned?' }).click()
  const tab = page.getByRole('tab', { name: 'This extract' })
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  await expect(tab).toBeFocused()
  await expect(page.getByRole('heading', { name: 'What to expect on this extract' })).toBeInViewport()
  // Back on the test worlds, what was said of the estimate stands no more.
  await page.getByRole('radiogroup', { name: 'Judge by' }).getByRole('radio', { name: 'Test worlds' }).check()
  await expect(said).toBeHidden()
})

test('a solved answer is not said over the figures of another source', async ({ page }) => {
  const app = await openBench(page)
  const said = setting(page).getByRole('status')
  await page.getByRole('textbox', { name: 'Recall at least' }).fill('0.6')
  await setting(page).getByRole('button', { name: 'Use: Recall at least' }).click()
  await expect(said).toContainText('Solved:')
  const solved = await app.thresholdBox.inputValue()

  await page.getByRole('radiogroup', { name: 'Judge by' }).getByRole('radio', { name: 'Test worlds' }).check()
  await expect(page.getByText(/^By your choice measured on our simulated test worlds/)).toBeVisible()
  await expect(said.filter({ hasText: 'Solved:' })).toHaveCount(0)
  await expect(app.thresholdBox).toHaveValue(solved)
})

test('a chart is saved as a picture that stands alone and as bare numbers, both named by what they are of', async ({ page }) => {
  const app = await openBench(page)
  const curve = page.getByRole('figure', { name: 'Precision-recall curve' })
  await expect(curve).toContainText('Source: Labels of demo-extract.csv')

  const picture = await app.download('SVG: save the picture of Precision-recall curve')
  expect(picture.name).toBe('precision-recall-curve_labels-of-demo-extract-csv.svg')
  expect(picture.text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  expect(picture.text).toContain('>LightGBM</text>')
  expect(picture.text).toContain('Source: Labels of demo-extract.csv')
  expect(picture.text).toContain('<path')
  // Nothing of ours is needed to see it, and nothing is fetched.
  expect(picture.text).not.toMatch(/var\(--|class=|href=|url\(http|<script/)
  expect(await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror'), picture.text)).toBeNull()

  const numbers = await app.download('CSV: save the numbers of Precision-recall curve')
  expect(numbers.name).toBe('precision-recall-curve_labels-of-demo-extract-csv.csv')
  const [header = '', ...lines] = numbers.text.replace('\uFEFF', '').trim().split('\n')
  expect(header).toContain('Recall at least,LightGBM: precision,LightGBM: threshold')
  expect(lines).toHaveLength(201)
  for (const line of lines) for (const cell of line.split(',')) expect(cell).toMatch(/^(-?\d+(\.\d+)?(e-?\d+)?)?$/)
})
