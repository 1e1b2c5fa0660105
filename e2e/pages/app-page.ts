/** The app as a person meets it: roles and labels, no selectors of our own making. */
import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

export type TabName = 'Alerts' | 'Thresholds' | 'Models' | 'Data quality'
export type ModelName = 'LightGBM' | 'XGBoost' | 'Random Forest' | 'LSTM'

/** Loading the models and scoring take seconds on a busy machine; outside the test runner `expect` would wait five. */
const patience = { timeout: 60_000 }

export class AppPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('./')
    await expect(this.demoButton).toBeEnabled(patience)
  }

  get demoButton(): Locator {
    return this.page.getByRole('button', { name: 'Try the demo extract' })
  }
  get fileInput(): Locator {
    return this.page.getByLabel('CSV extract')
  }
  get alertsTable(): Locator {
    return this.page.getByRole('table', { name: 'Alerts' }).or(this.page.getByRole('grid', { name: 'Alerts' }))
  }
  get alertsStatus(): Locator {
    return this.page.getByRole('status').filter({ hasText: /\d[\d,.\s]* alerts?/ })
  }
  get slider(): Locator {
    return this.page.getByRole('slider', { name: 'Threshold', exact: true })
  }
  get thresholdBox(): Locator {
    return this.page.getByLabel('Threshold value')
  }

  /** Gives the app a file as the file dialog would. */
  async give(text: string | Buffer, name = 'extract.csv'): Promise<void> {
    await this.fileInput.setInputFiles({ name, mimeType: 'text/csv', buffer: typeof text === 'string' ? Buffer.from(text, 'utf8') : text })
  }

  async tab(name: TabName): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click()
  }

  async chooseModel(name: ModelName): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio', { name, exact: true }).check()
  }

  /** Waits until every row is scored: the progress bar has come to its end and gone. */
  async scored(): Promise<void> {
    await expect(this.alertsStatus).toBeVisible(patience)
    await expect(this.page.getByRole('progressbar', { name: 'Scoring' })).toHaveCount(0, patience)
  }

  /** Every item of the latest day is an alert, whatever the models think of it. */
  async alertOnAll(): Promise<void> {
    await this.tab('Thresholds')
    await this.thresholdBox.fill('0')
    await this.thresholdBox.press('Enter')
    await this.tab('Alerts')
  }

  /** Opens the drawer of one store-item of a file, whatever the models think of it. */
  async openItem(text: string, store: string, sku: string): Promise<void> {
    await this.open()
    await this.give(text)
    await this.scored()
    await this.alertOnAll()
    await this.alertsTable.getByRole('row').filter({ hasText: store }).filter({ hasText: sku }).first().click()
    await expect(this.page.getByRole('dialog')).toBeVisible()
  }

  /** Unfolds whatever can be unfolded, what lies inside of another fold too. */
  async unfoldAll(): Promise<void> {
    const folded = this.page.locator('details:not([open]) > summary').filter({ visible: true })
    while ((await folded.count()) > 0) await folded.first().click()
  }

  /** The number in the status line. */
  async alertCount(): Promise<number> {
    const text = (await this.alertsStatus.first().textContent()) ?? ''
    return Number(/(\d[\d,.\s]*) alerts?/.exec(text)![1]!.replace(/\D/g, ''))
  }

  /** Saves what the button offers and returns its text. */
  async download(button: string): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name: button }).click()])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') }
  }
}
