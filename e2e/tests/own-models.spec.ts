import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { plainCsv } from '../data/extracts'
import { foldersOnDisk, smallFolder, zipOf } from '../data/model-folders'
import { AppPage } from '../pages/app-page'

const own = { like: 'lgbm', id: 'own-lgbm', name: 'LightGBM (own)' } as const
const ownLstm = { like: 'lstm', id: 'own-lstm', name: 'LSTM (own)' } as const

test('a folder of own models stands beside the others, is scored by itself, and can be removed; nothing is sent', async ({ page, context }) => {
  const folders = foldersOnDisk([own, ownLstm])
  const app = new AppPage(page)
  await app.open()
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await app.give(plainCsv())
  await app.scored()
  const alerts = await app.alertCount()

  await app.tab('Models')
  await page.getByLabel('Model folder').setInputFiles(folders.path)
  const table = page.getByRole('table', { name: 'Your own models' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(page.getByText('2 models of your own')).toBeVisible()
  await app.scored()

  // The same graph gives the same list; its own name is on every screen.
  await app.tab('Alerts')
  const radios = page.getByRole('radiogroup', { name: 'Model' })
  await radios.getByRole('radio', { name: own.name, exact: true }).check()
  await expect(page.getByText(`by ${own.name}`)).toBeVisible()
  expect(await app.alertCount()).toBe(alerts)

  const { text } = await app.download('Download predictions')
  const [header = '', ...lines] = text.replaceAll('"', '').trimEnd().split('\n')
  const columns = header.split(',')
  const at = (name: string) => columns.indexOf(`phantom_probability_${name}`)
  expect(at('own-lgbm')).toBeGreaterThan(at('lstm'))
  const cells = lines.map((line) => line.split(','))
  for (const row of cells) expect([row[at('own-lgbm')], row[at('own-lstm')]]).toEqual([row[at('lgbm')], row[at('lstm')]])
  expect(cells.some((row) => row[at('own-lgbm')] !== '')).toBe(true)

  await app.tab('Models')
  await page.getByRole('button', { name: `Remove ${own.name}` }).click()
  await expect(table.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: `Remove ${ownLstm.name}` }).click()
  await expect(page.getByText('None so far.')).toBeVisible()
  await app.tab('Alerts')
  await expect(radios.getByRole('radio', { name: own.name, exact: true })).toHaveCount(0)
  await expect(radios.getByRole('radio', { name: 'LightGBM', exact: true })).toBeChecked()
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
  folders.remove()
})

test('a zip is opened; what does not fit is refused with its reason and advice', async ({ page }) => {
  const sound = foldersOnDisk([own])
  const bare = foldersOnDisk([{ like: 'rf', id: 'own-rf', name: 'Forest (own)' }], (folder) => rmSync(join(folder, 'pipeline.onnx')))
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Models')
  const files = page.getByLabel('Model files')
  await files.setInputFiles({ name: 'models.zip', mimeType: 'application/zip', buffer: zipOf(sound.path, [own.id]) })
  await expect(page.getByRole('table', { name: 'Your own models' })).toContainText(own.name)

  await page.getByLabel('Model folder').setInputFiles(bare.path)
  const refused = page.getByRole('list', { name: 'Refused models' })
  await expect(refused).toContainText('Not taken: own-rf')
  await expect(refused).toContainText('pipeline.onnx could not be found')
  await expect(refused).toContainText('train the model again')
  await expect(page.getByRole('table', { name: 'Your own models' }).getByRole('row')).toHaveCount(2)

  await files.setInputFiles({ name: 'shelf.zip', mimeType: 'application/zip', buffer: Buffer.from('no archive') })
  await expect(refused).toContainText('The archive "shelf.zip" cannot be opened')
  sound.remove()
  bare.remove()
})

test('a model with a graph and features of its own is scored, looked into and tried on a row; its threshold does not promise what it did not reach', async ({ page }) => {
  const small = { id: 'own-small', name: 'Small (own)' }
  const folder = smallFolder(small)
  const app = new AppPage(page)
  await app.open()
  await app.give(plainCsv())
  await app.scored()
  await app.tab('Models')
  await page.getByLabel('Model folder').setInputFiles(folder.path)
  const panel = page.getByRole('article', { name: small.name })
  await expect(panel).toContainText('4,910 rows')
  await app.scored()

  await app.tab('Thresholds')
  await page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio', { name: small.name, exact: true }).check()
  const setting = page.getByRole('region', { name: 'Setting' })
  await expect(setting).toContainText('a precision of 0.90 was not to be had on the rows of its own data kept for choosing it; the best there was 0.28')
  await app.thresholdBox.fill('0')
  await app.thresholdBox.press('Enter')
  await setting.getByRole('button', { name: 'Its own threshold' }).click()
  await expect(app.thresholdBox).toHaveValue('0.30')
  await page.getByRole('tab', { name: 'Inside the model' }).click()
  await expect(page.getByLabel('Feature', { exact: true }).getByRole('option')).toHaveCount(2)

  await app.tab('Alerts')
  const { text } = await app.download('Download predictions')
  const [header = '', ...lines] = text.replaceAll('"', '').trimEnd().split('\n')
  const columns = header.split(',')
  let scored = 0
  for (const line of lines) {
    const cell = (name: string) => line.split(',')[columns.indexOf(name)] ?? ''
    if (cell(`phantom_probability_${small.id}`) === '') continue
    scored++
    const logit = 0.5 * Number(cell('units_sold')) - 0.25 * Number(cell('on_hand'))
    expect(Number(cell(`phantom_probability_${small.id}`))).toBeCloseTo(1 / (1 + Math.exp(-logit)), 5)
  }
  expect(scored).toBeGreaterThan(100)

  await app.alertsTable.getByRole('row').nth(1).click()
  await expect(page.getByRole('figure', { name: `How ${small.name} came to this` })).toBeVisible()
  const whatIf = page.getByRole('region', { name: 'What if it had been otherwise?' })
  await whatIf.getByLabel('Units on record').fill('1')
  await expect(whatIf.getByRole('row', { name: small.name })).toContainText('check')
  folder.remove()
})
