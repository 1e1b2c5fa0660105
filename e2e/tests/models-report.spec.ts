import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { AppPage } from '../pages/app-page'
import { changeResults, servedResults } from '../pages/results-file'
import { formatShare } from '../../src/ui/format/format-number'
import { formatScore } from '../../src/ui/format/format-score'

// Requests are answered by the test here, so no service worker may answer first.
test.use({ serviceWorkers: 'block' })


async function openModels(page: Page): Promise<void> {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Models')
  await expect(page.getByRole('heading', { name: 'Four models, measured the same way' })).toBeVisible()
}

const choose = (page: Page, group: string, option: string) => page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name: option, exact: true }).check()
const tableRow = (page: Page, table: string, row: string | RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: row, exact: typeof row === 'string' }) })

test('every set shows every model, the combination, the ceiling and each rule with the figures of the file', async ({ page }) => {
  const { sets } = await servedResults(page)
  await openModels(page)
  for (const [name, set] of [['Test worlds', sets.test], ['Stress worlds', sets.stress], ['Real demand', sets.real_demand]] as const) {
    await choose(page, 'Measured on', name)
    const table = `${name}: ranking`
    for (const [id, label] of [['lgbm', 'LightGBM'], ['xgb', 'XGBoost'], ['rf', 'Random Forest'], ['lstm', 'LSTM']] as const) {
      await expect(tableRow(page, table, label)).toContainText(formatScore(set!.models[id]!.average_precision.value))
    }
    await expect(tableRow(page, table, set!.combined!.name!)).toContainText(formatScore(set!.combined!.average_precision.value))
    await expect(tableRow(page, table, set!.ceiling!.name!)).toContainText(formatScore(set!.ceiling!.average_precision.value))
    await page.getByRole('button', { name: /^Show all \d+ rules/ }).click()
    for (const { name: rule, average_precision: ap } of Object.values(set!.rules)) await expect(tableRow(page, table, rule!)).toContainText(formatScore(ap.value))
    await page.getByRole('button', { name: 'Show the best rule alone' }).click()
  }
})

test('measures stand in groups that fit the screen, and are changed by keyboard', async ({ page }) => {
  const { sets } = await servedResults(page)
  await openModels(page)
  const measures = page.getByRole('radiogroup', { name: 'Measures', exact: true })
  await measures.getByRole('radio', { name: 'Ranking' }).focus()
  for (const view of ['At the shipped threshold', 'At the store’s budget', 'Over time', 'Part of the ceiling', 'Wrong alerts']) {
    await page.keyboard.press('ArrowRight')
    await expect(measures.getByRole('radio', { name: view })).toBeChecked()
    const table = page.getByRole('table', { name: `Test worlds: ${view.toLowerCase()}` })
    await expect(table).toBeVisible()
    const frame = await page.getByRole('figure', { name: `Test worlds: ${view.toLowerCase()}` }).boundingBox()
    const inside = await table.boundingBox()
    expect(inside!.x + inside!.width, `${view} fits its frame`).toBeLessThanOrEqual(frame!.x + frame!.width)
  }
  await expect(tableRow(page, 'Test worlds: wrong alerts', 'LightGBM')).toContainText(formatShare(sets.test.models['lgbm']!.false_alerts_unwanted!.value))
  await expect(page.getByRole('definition').filter({ hasText: 'it has left the range with stock on record' })).toBeVisible()
})

test('bands are told apart by speed and by history, and too few rows are said to be too few', async ({ page }) => {
  await changeResults(page, (results) => {
    const { bands } = results.sets.test
    return { ...results, sets: { ...results.sets, test: { ...results.sets.test, bands: { ...bands, velocity: bands!.velocity.map((band, at) => ({ ...band, too_few: at === 0 })) } } } }
  })
  await openModels(page)
  const speed = page.getByRole('table', { name: 'Test worlds: AP by how fast an item sells' })
  await expect(speed.getByRole('rowheader', { name: /Too few phantom rows to judge by/ })).toHaveCount(1)
  await choose(page, 'Apart by', 'How long it has been seen')
  await choose(page, 'Measure of the bands', 'Recall at precision .90')
  await expect(page.getByRole('table', { name: 'Test worlds: Recall at precision .90 by how long it has been seen' }).getByRole('rowheader', { name: /days/ }).first()).toBeVisible()
})

test('each stress scenario stands by itself, in the overview and with all its measures', async ({ page }) => {
  const { stress_scenarios: scenarios } = await servedResults(page)
  const tiny = scenarios!.find(({ scenario }) => scenario === 'tiny stores')!
  await openModels(page)
  await expect(page.getByRole('table', { name: 'Stress scenarios: AP' }).getByRole('rowheader')).toHaveCount(scenarios!.length)
  await expect(tableRow(page, 'Stress scenarios: AP', /^Tiny stores/)).toContainText(formatScore(tiny.ceiling!.average_precision.value))
  await choose(page, 'Measured on', 'Stress worlds')
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption('Tiny stores')
  await expect(tableRow(page, 'Tiny stores: ranking', 'XGBoost')).toContainText(formatScore(tiny.models['xgb']!.average_precision.value))
  await expect(page.getByText('was not part of the evaluation')).toHaveCount(1)
})

test('the worth of evidence and the story of the leak have the figures of the file', async ({ page }) => {
  const { ablation, leak } = await servedResults(page)
  await openModels(page)
  const peers = ablation!.without.find(({ family }) => family === 'peers')!
  await expect(tableRow(page, 'AP lost without each family', /^Other stores/)).toContainText(formatScore(Math.abs(peers.sets['stress']!.loss.average_precision!.value)))
  await choose(page, 'Measure of the loss', 'Recall at precision .90')
  await expect(page.getByRole('table', { name: 'Recall at precision .90 lost without each family' })).toBeVisible()
  const story = page.getByRole('region', { name: 'How a figure gets too good to be true' })
  const [first] = leak!.steps
  const onShelf = leak!.steps.find(({ id }) => id === 'as_published_on_shelf')!
  await expect(story.getByRole('listitem').filter({ hasText: 'As it would be reported' })).toContainText(formatShare(first!.precision!))
  await expect(story.getByRole('listitem').filter({ hasText: 'The same model, held against the shelf' })).toContainText(formatShare(onShelf.precision!))
  await expect(story.getByRole('rowheader')).toHaveCount(leak!.steps.length)
})

test('the list at the top leads to each part of the report', async ({ page }) => {
  await openModels(page)
  const places = page.getByRole('navigation', { name: 'On this screen' })
  for (const [link, heading] of [['Worlds unlike the training’s', 'Worlds unlike those of the training'], ['The models one by one', 'The models one by one'], ['How good they are', 'How good they are']] as const) {
    await places.getByRole('link', { name: link }).press('Enter')
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeInViewport()
  }
})

test('results of an older training have a plain sentence for each part that they lack', async ({ page }) => {
  await changeResults(page, ({ format_version, generated, sets: { test } }) => ({ format_version, generated, sets: { test: { ...test, bands: undefined } } }))
  await openModels(page)
  await expect(page.getByText('was not part of the evaluation')).toHaveCount(4)
  await expect(page.getByRole('table', { name: 'Test worlds: ranking' })).toBeVisible()
})

test('results that cannot be read are a named problem, and the models still have their cards', async ({ page }) => {
  await changeResults(page, (results) => ({ ...results, sets: { test: { ...results.sets.test, base_rate: 'high' } } }))
  await openModels(page)
  await expect(page.getByRole('region', { name: 'Measured results' })).toContainText('sets > test > base_rate is not as expected')
  await expect(page.getByRole('article', { name: 'XGBoost' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no accessibility violation in any view of the report, ${colorScheme}, on a phone`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block', colorScheme, viewport: { width: 390, height: 844 }, baseURL: baseURL! })
    const page = await context.newPage()
    await openModels(page)
    for (const view of ['At the shipped threshold', 'Wrong alerts']) {
      await choose(page, 'Measures', view)
      await expect(page.getByRole('table', { name: `Test worlds: ${view.toLowerCase()}` })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).include('main').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await context.close()
  })
}
