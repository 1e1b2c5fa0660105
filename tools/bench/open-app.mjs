// The built app in a browser of its own, with notes of what a person would see and when.
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
export async function openApp({ browserPath, url, cores }) {
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
