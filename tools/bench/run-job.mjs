// One run of the app in a browser of its own: drops an extract and watches what a person would see.
import { openApp } from './open-app.mjs'

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
