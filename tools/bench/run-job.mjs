// One run of the app in a browser of its own: drops an extract and watches what a person would see.
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { chromium } from '@playwright/test'
import { browserFlags } from '../browser.mjs'

/** Runs inside the page from its first moment: notes when things appear, and how long tasks last. */
function watchPage(cores) {
  Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => cores })
  const seen = { longestTask: 0 }
  window.seen = seen
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) if (seen.dropped !== undefined) seen.longestTask = Math.max(seen.longestTask, task.duration)
  }).observe({ type: 'longtask' })
  const note = (what) => (seen[what] ??= performance.now())
  document.addEventListener('change', (event) => event.target instanceof HTMLInputElement && event.target.type === 'file' && note('dropped'), true)
  new MutationObserver(() => {
    if (seen.dropped === undefined || seen.done !== undefined) return
    const scoring = [...document.querySelectorAll('progress')].some((bar) => [...bar.labels].some((label) => label.textContent.includes('Scoring')))
    if (scoring) note('scoring')
    const listed = [...document.querySelectorAll('[role=status]')].some((status) => /\d alerts?/.test(status.textContent))
    if (listed && document.body.textContent.includes('The latest day is done')) note('latest')
    if (seen.scoring !== undefined && !scoring) note('done')
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
}

/** Megabytes of private memory of a process: of its own where the system tells, else resident. */
function megabytesOf(pid) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024
  } catch {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
  }
}

/** Opens the built app with as many cores as it shall believe in; `close` ends the browser. */
async function openApp({ browserPath, url, cores }) {
  const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watchPage, cores)
  await page.goto(url)
  const demo = page.getByRole('button', { name: 'Try the demo extract' })
  await demo.waitFor()
  await page.waitForFunction((button) => !button.disabled, await demo.elementHandle())
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  let peak = 0
  const sample = () => (peak = Math.max(peak, ...renderers.map(megabytesOf)))
  const timer = setInterval(sample, 200)
  return {
    page,
    peakMegabytes: () => peak,
    close: async () => {
      clearInterval(timer)
      await browser.close()
    },
  }
}

/** Seconds until the latest day stands and until all is scored, peak memory, longest main-thread task. */
export async function measureJob(options, extract) {
  const app = await openApp(options)
  try {
    await app.page.locator('input[type=file][aria-label="CSV extract"]').setInputFiles(extract)
    await app.page.waitForFunction(() => window.seen.done !== undefined, null, { timeout: 600_000, polling: 200 })
    const seen = await app.page.evaluate(() => window.seen)
    return {
      reading: (seen.scoring - seen.dropped) / 1000,
      latest: ((seen.latest ?? seen.done) - seen.dropped) / 1000,
      total: (seen.done - seen.dropped) / 1000,
      megabytes: app.peakMegabytes(),
      longestTask: seen.longestTask,
      ...(options.withSlider ? { sliderStep: await measureSlider(app.page) } : {}),
    }
  } finally {
    await app.close()
  }
}

/** Milliseconds from the press of "Cancel" while scoring until the page shows that it stopped. */
export async function measureCancel(options, extract) {
  const app = await openApp(options)
  try {
    await app.page.locator('input[type=file][aria-label="CSV extract"]').setInputFiles(extract)
    await app.page.waitForFunction(() => window.seen.latest !== undefined, null, { timeout: 600_000, polling: 50 })
    return await app.page.evaluate(async () => {
      const bars = () => document.querySelectorAll('progress').length
      const start = performance.now()
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Cancel')
      button.click()
      while (bars() > 0) await new Promise((resolve) => requestAnimationFrame(resolve))
      return performance.now() - start
    })
  } finally {
    await app.close()
  }
}

/** Median milliseconds of main-thread work for one step of the threshold slider, layout included. */
async function measureSlider(page) {
  await page.getByRole('tab', { name: 'Thresholds', exact: true }).click()
  const slider = page.getByRole('slider', { name: 'Threshold', exact: true })
  await slider.waitFor({ timeout: 60_000 })
  return slider.evaluate(async (input) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
    const times = []
    for (let step = 0; step < 60; step++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      const start = performance.now()
      set.call(input, String(0.3 + step / 200))
      input.dispatchEvent(new Event('input', { bubbles: true }))
      // React renders in a task of its own: heard after it, and the layout that it asks for.
      await new Promise((resolve) => {
        const channel = new MessageChannel()
        channel.port1.onmessage = resolve
        channel.port2.postMessage(null)
      })
      document.body.getBoundingClientRect()
      times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)[times.length >> 1]
  })
}
