import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { exportedExtract, exportedFolders, exportedScores } from '../../src/testing/exported/read-exported'
import { AppPage } from '../pages/app-page'

const graph = (name: string) => readFileSync(join(import.meta.dirname, `../../src/testing/graphs/${name}.onnx`))
const onnx = (name: string) => ({ name: 'pipeline.onnx', mimeType: 'application/octet-stream', buffer: graph(name) })

test('a pipeline of another project is fed from the extract, stands beside the others and says that nobody calibrated it', async ({ page, context }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await app.tab('Models')
  const files = page.getByLabel('Model files')
  await files.setInputFiles([onnx('pipeline-columns'), { name: 'threshold.json', mimeType: 'application/json', buffer: Buffer.from('{"precision_floor_threshold": 0.9}') }])
  await expect(page.getByRole('table', { name: 'Your own models' })).toContainText('not calibrated')
  await app.scored()
  const panel = page.getByRole('article', { name: 'Pipeline (not calibrated)' })
  await expect(panel.getByRole('table', { name: 'What feeds its inputs' }).getByRole('row')).toHaveCount(4)
  await expect(panel).toContainText('Units sold')
  await expect(panel).toContainText('we have neither calibrated nor measured it')

  await app.tab('Alerts')
  await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio', { name: 'Pipeline (not calibrated)' }).check()
  await expect(page.getByText('by Pipeline (not calibrated)')).toBeVisible()
  // The record's stock is all that the pipeline looks at: every row with more than a handful is an alert.
  expect(await app.alertCount()).toBeGreaterThan(0)
  const { text } = await app.download('Download predictions')
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const at = (name: string) => header.split(',').indexOf(name)
  let scored = 0
  for (const line of lines) {
    const cells = line.split(',')
    const given = cells[at('phantom_probability_pipeline')]!
    if (given === '') continue
    scored++
    const dairy = cells[at('category')] === 'Dairy' ? 1 : 0
    expect(Number(given)).toBeCloseTo(1 / (1 + Math.exp(-(0.5 * Number(cells[at('on_hand')]) - 0.25 * Number(cells[at('units_sold')]) + dairy))), 4)
  }
  expect(scored).toBeGreaterThan(100)
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
})

test('one that does not fit is refused with what to export instead', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Models')
  const refused = page.getByRole('list', { name: 'Refused models' })
  await page.getByLabel('Model files').setInputFiles(onnx('pipeline-zipmap'))
  await expect(refused).toContainText("options={'zipmap': False}")
  await page.getByLabel('Model files').setInputFiles(onnx('pipeline-wide'))
  await expect(refused).toContainText('takes 3 numbers a row, and nothing says which they are')
})

test('pipelines as skl2onnx, onnxmltools and torch write them score in the browser as their own libraries, and can be looked into', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(exportedExtract())
  await app.scored()
  await app.tab('Models')
  await page.getByLabel('Model folder').setInputFiles(exportedFolders)
  const scores = exportedScores()
  const names = Object.keys(scores)
  await expect(page.getByRole('table', { name: 'Your own models' }).getByRole('row')).toHaveCount(names.length + 1)
  const refused = page.getByRole('list', { name: 'Refused models' })
  for (const words of ["options={'zipmap': False}", 'export them as float', 'needs a sigmoid', 'exactly 1 row at a time']) await expect(refused).toContainText(words)
  await app.scored()

  await app.tab('Alerts')
  const { text } = await app.download('Download predictions')
  const [header = '', ...lines] = text.replaceAll('"', '').trimEnd().split('\n')
  const columns = header.split(',')
  for (const name of names) {
    const given = lines.map((line) => line.split(',')[columns.indexOf(`phantom_probability_${name}`)]!)
    let compared = 0
    given.forEach((cell, row) => {
      const theirs = scores[name]![row]
      if (cell === '' || theirs == null) return
      compared++
      expect(Math.abs(Number(cell) - theirs), `${name}, row ${row}`).toBeLessThanOrEqual(1e-5)
    })
    expect(compared, name).toBeGreaterThan(80)
  }

  // One of the store-items has a category that this encoder never learned.
  await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio', { name: 'strict-texts' }).check()
  await expect(page.getByText(/strict-texts \(not calibrated\) gives no score to \d+ of \d+ rows/)).toBeVisible()

  await app.tab('Thresholds')
  const forest = 'forest-columns (not calibrated)'
  await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio', { name: forest }).check()
  await page.getByRole('tab', { name: 'Inside the model' }).click()
  const column = page.getByRole('region', { name: `What ${forest} makes of one column` })
  const shown = async (figure: Locator) => {
    await figure.getByRole('button', { name: 'Show as table' }).click()
    return figure.getByRole('rowheader').allTextContents()
  }
  const values = (await shown(column.getByRole('figure', { name: `${forest} over on-hand` }))).map(Number)
  expect(values.length).toBeGreaterThan(2)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
  await column.getByLabel('Column', { exact: true }).selectOption('category')
  const texts = await shown(column.getByRole('figure', { name: `${forest} over category` }))
  expect(texts).toContain('Never seen before')
  const leaning = page.getByRole('region', { name: `What ${forest} leans on here` })
  await leaning.getByRole('button', { name: 'Measure it' }).click()
  const read = await shown(leaning.getByRole('figure', { name: `Columns, ${forest}` }))
  expect(read.toSorted()).toEqual(['category', 'forecast', 'on-hand', 'price', 'store', 'units sold'])

  await app.thresholdBox.fill('0')
  await app.thresholdBox.press('Enter')
  await app.tab('Alerts')
  await app.alertsTable.getByRole('row').nth(1).click()
  const how = await shown(page.getByRole('figure', { name: `How ${forest} came to this` }))
  expect(how.toSorted()).toEqual(['A typical item', 'This item', 'category', 'forecast', 'on-hand', 'price', 'store', 'units sold'])
  const whatIf = page.getByRole('region', { name: 'What if it had been otherwise?' })
  // A forest may stand still between its steps; a logistic regression never does.
  const opinion = whatIf.getByRole('row', { name: 'logistic-columns' })
  const before = await opinion.textContent()
  await whatIf.getByLabel('Units on record').fill('1')
  await expect(opinion).not.toHaveText(before ?? '')
})
