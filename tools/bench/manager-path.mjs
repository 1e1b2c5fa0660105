// `node tools/bench/manager-path.mjs`: the manager's morning, timed in the built app. From a file of
// 100,000 rows to the browser's print dialog, clicks and seconds counted; then how long an opened
// row takes until it says why, with its score shared out for each model. Figures of a busy machine
// are said to be so: the load stands beside them.
import { readdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserFlags, findBrowser } from '../browser.mjs'
import { median } from './median.mjs'
import { writeReferenceJob } from './reference-job.mjs'
import { withBuiltApp } from './serve-built.mjs'

const rows = 100_000
const opened = 30
const patience = { timeout: 600_000 }

/** Runs in the page from its first moment: counts what the person presses, and notes when paper is asked for. */
function watchPage() {
  const seen = { clicks: 0 }
  window.seen = seen
  document.addEventListener('click', (event) => event.isTrusted && seen.clicks++, true)
  document.addEventListener('change', (event) => event.target instanceof HTMLInputElement && event.target.type === 'file' && (seen.given = performance.now()), true)
  window.print = () => (seen.printed = performance.now())
}

/** Runs in the page: presses the first button of row `index` of today's list; milliseconds until the drawer draws how the model came to its score. */
async function untilExplained(index) {
  const button = document.querySelectorAll('table[aria-label="Today\'s list"] td button')[index]
  if (!button) return null
  const start = performance.now()
  button.click()
  const explained = () => [...document.querySelectorAll('dialog[open] figcaption')].some((caption) => caption.textContent.startsWith('How '))
  while (!explained()) {
    if (performance.now() - start > 60_000) return null
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  return performance.now() - start
}

/** Clicks and seconds from the file to the print dialog. */
async function printPath(page, extract) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose a CSV file' }).click()])
  await chooser.setFiles(extract)
  const print = page.getByRole('button', { name: 'Print count list' })
  await page.getByRole('table', { name: "Today's list" }).waitFor(patience)
  await print.click(patience)
  await page.waitForFunction(() => window.seen.printed !== undefined, null, patience)
  const { clicks, given, printed } = await page.evaluate(() => window.seen)
  return { clicks, seconds: (printed - given) / 1000 }
}

/** Milliseconds from the press on a row to its reasons, for the model that is chosen. */
async function explainTimes(page) {
  const times = []
  for (let index = 0; index < opened; index++) {
    const time = await page.evaluate(untilExplained, index)
    if (time === null) break
    times.push(time)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached', ...patience })
  }
  return times
}

await withBuiltApp('manager-path', 4189, async (url, folder) => {
  const extract = join(folder, 'extract.csv')
  await writeReferenceJob(extract, rows)
  const browser = await chromium.launch({ executablePath: findBrowser({ mayInstall: true }), args: browserFlags })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(patience.timeout)
    await page.addInitScript(watchPage)
    await page.goto(url)
    await page.getByRole('button', { name: 'Choose a CSV file' }).waitFor(patience)
    await page.waitForFunction(() => ![...document.querySelectorAll('button')].find((button) => button.textContent === 'Choose a CSV file').disabled, null, patience)
    const load = () => `load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`
    const path = await printPath(page, extract)
    console.log(`${rows.toLocaleString('en')} rows, from the file to the print dialog: ${path.clicks} clicks (goal: 3 at most), ${path.seconds.toFixed(1)} s (goal: below 60 s); ${load()}`)
    await page.waitForFunction(() => document.querySelectorAll('progress').length === 0, null, patience)
    const models = readdirSync('public/models', { withFileTypes: true }).filter((entry) => entry.isDirectory()).length
    const times = await explainTimes(page)
    console.log(`An opened row says why, with the scores of ${models} models shared out: median ${median(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms of ${times.length} rows (goal: within 300 ms); ${load()}`)
  } finally {
    await browser.close()
  }
})
