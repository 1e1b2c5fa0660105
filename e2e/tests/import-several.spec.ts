import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { drawnRows, plainCsv, twoStockColumnsCsv, withBadCells } from '../data/extracts'
import { AppPage } from '../pages/app-page'

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })

/** One file for each store. */
function byStore() {
  const rows = drawnRows()
  return ['0007', '0012'].map((store) => file(`store ${store}.csv`, plainCsv(rows.filter((row) => row.store === store))))
}

test('a file for each store, given together, is one extract and one predictions file', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.fileInput.setInputFiles(byStore())
  await app.scored()
  const { text } = await app.download('Download predictions')
  const [header, ...lines] = text.trimEnd().split('\n')
  expect(header).toContain(',phantom_file,phantom_probability_lgbm')
  expect(lines).toHaveLength(drawnRows().length)
  expect(lines.filter((line) => line.includes(',store 0012.csv,'))).toHaveLength(lines.length / 2)
  await app.tab('Data quality')
  const files = page.getByRole('region', { name: '2 files, read as one extract' })
  await expect(files.getByRole('rowheader')).toHaveText(['store 0007.csv', 'store 0012.csv'])
})

test('files of other columns are shown set by set before they become one extract', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  const [first, second] = byStore()
  const renamed = file('other headers.csv', second!.buffer.toString('utf8').replace(/^[^\n]*/, 'Datum,Filiale,Artikelnummer,Warengruppe,Bestand,Absatz,Prognose,Wareneingang,Preis'))
  await app.fileInput.setInputFiles([first!, renamed])
  await expect(page.getByText('This is set 1 of 2:')).toBeVisible()
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Next: the other columns' }).click()
  await expect(page.getByText('This is set 2 of 2:')).toBeVisible()
  await page.getByRole('button', { name: 'Score these files' }).click()
  await app.scored()
})

test('rows with something to mend are handed back, and stand once they are mended and given with the extract', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  const broken = withBadCells(plainCsv(), 200)
  await app.give(broken, 'march.csv')
  await app.scored()
  await app.tab('Data quality')
  await expect(page.getByRole('heading', { name: /^Correct the cells: \d+$/ })).toBeVisible()
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()).violations).toEqual([])
  const { name, text } = await app.download('Download the rows to mend')
  expect(name).toBe('phantom_rejects.csv')
  const mended = text.replaceAll(/^(.*?)n\.b\./gm, '$15')
  await app.fileInput.setInputFiles([file(name, mended), file('march.csv', broken)])
  await app.scored()
  await app.tab('Data quality')
  const files = page.getByRole('region', { name: '2 files, read as one extract' })
  await expect(files.getByRole('rowheader')).toHaveText(['march.csv', 'phantom_rejects.csv'])
  await expect(page.getByRole('heading', { name: /^Nothing to mend: / })).toBeVisible()
})

test('what was settled once is not asked for the next file with the same headers, until it is forgotten', async ({ page }) => {
  const app = new AppPage(page)
  await app.open()
  await app.give(twoStockColumnsCsv(), 'monday.csv')
  await page.getByRole('radio', { name: /^"on_hand"/ }).check()
  await page.getByRole('button', { name: 'Score this file' }).click()
  await app.scored()

  await page.reload()
  await app.give(twoStockColumnsCsv(), 'tuesday.csv')
  await app.scored()
  await app.tab('Data quality')
  await page.getByRole('button', { name: 'Forget this mapping' }).click()
  await expect(page.getByRole('button', { name: 'Forget this mapping' })).toHaveCount(0)
  await app.give(twoStockColumnsCsv(), 'wednesday.csv')
  await expect(page.getByRole('heading', { name: 'One question' })).toBeVisible()
})
