// What one step of the threshold slider costs with a million labelled rows and the pictures of the
// Thresholds screen open, in the built app. Each picture is brought into sight, then the slider moves.
import { openTab, stepSlider, watchHolds } from './hold-watch.mjs'
import { median } from './median.mjs'
import { openApp } from './open-app.mjs'
import { watchStudies } from './watch-studies.mjs'

/** Fewer labelled rows than this say nothing about a million. */
const fewestRows = 1_000_000
const steps = 25
const fewestSeen = 15
const patience = { timeout: 600_000 }

/** What a step may ask of the worker: bands of whole curves do not depend on the threshold, and must not be asked anew. */
const askedByStep = ['daysToFind', 'interval']

/** What stands on the screen by section: its role and name, and what of it follows the slider. */
const pictures = {
  Curves: [
    { role: 'region', name: 'Setting', what: 'Figures and sentence beside the slider' },
    { role: 'figure', name: 'Precision-recall curve', what: 'Precision-recall curves, the band of the chosen model' },
    { role: 'region', name: 'Measures at this threshold', what: 'Measures with intervals, confusion table' },
    { role: 'figure', name: 'Measures by threshold', what: 'Measures by threshold' },
    { role: 'figure', name: 'Rows by probability', what: 'Histogram of probabilities', boxes: true },
    { role: 'figure', name: 'ROC curve', what: 'ROC curves' },
    { role: 'figure', name: 'Reliability', what: 'Reliability (calibration)' },
    { role: 'figure', name: 'Gain', what: 'Gain' },
    { role: 'figure', name: 'Lift', what: 'Lift' },
  ],
  Value: [
    { role: 'figure', name: 'Profit by threshold', what: 'Profit by threshold' },
    // Of so many checks a day, whatever the threshold: it must stand still.
    { role: 'figure', name: 'Precision at k checks', what: 'Precision at k checks', still: true },
    { role: 'figure', name: 'Days to find', what: 'Days to find, drawn anew with its band' },
  ],
}

/** Those that are drawn with lines: they appear in turns, one after another. */
const chartsOf = (shown) => shown.filter(({ role, boxes }) => role === 'figure' && !boxes).length

async function measurePicture(page, { role, name, what, still = false }) {
  const picture = page.getByRole(role, { name, exact: true })
  await picture.scrollIntoViewIfNeeded(patience)
  const seen = []
  const asked = new Set()
  for (let step = 0; step < steps; step++) {
    const result = await stepSlider(picture, (0.4 + step / 100).toFixed(2))
    for (const study of result.asked) {
      if (!askedByStep.includes(study)) throw new Error(`a step of the slider asked for "${study}", which does not depend on it`)
      asked.add(study)
    }
    if (still !== Number.isNaN(result.first)) continue
    seen.push(result)
  }
  if (seen.length < fewestSeen) throw new Error(`"${name}" ${still ? 'stood still' : 'moved'} at ${seen.length} of ${steps} steps: no median of so few`)
  const middle = (key) => (still && (key === 'first' || key === 'last') ? null : median(seen.map((result) => result[key])))
  return { what, steps: seen.length, work: middle('work'), painted: middle('first'), settled: middle('last'), longest: middle('longest'), asked: [...asked].sort() }
}

/**
 * Medians in milliseconds for each picture, and what opening a section holds the main thread for.
 * `work`: script and layout of the step's own task, of all that the section shows. `painted`: from the input until the
 * first frame in which the picture has changed, with the wait for the frame. `settled`: the same for its last
 * change, once the worker has said how sure the figures are. `longest`: the longest stretch for which the
 * main thread was held from the input until then.
 */
export async function measureCharts(options, extract) {
  const app = await openApp(options)
  const { page } = app
  try {
    await watchStudies(page)
    await page.locator('input[type=file][aria-label="CSV extract"]').setInputFiles(extract)
    await page.waitForFunction(() => window.seen.done !== undefined, null, { ...patience, polling: 200 })
    const tab = (name) => page.getByRole('tab', { name, exact: true })
    const own = page.getByText('Measured on this extract’s own labels')
    await watchHolds(page)
    const opening = { Curves: await openTab(tab('Thresholds'), chartsOf(pictures.Curves)) }
    const rows = Number(/\(([\d,]+) rows/.exec(await own.textContent(patience))[1].replaceAll(',', ''))
    if (rows < fewestRows) throw new Error(`${rows} labelled rows are fewer than ${fewestRows}`)
    const each = []
    for (const [section, shown] of Object.entries(pictures)) {
      if (section !== 'Curves') opening[section] = await openTab(tab(section), chartsOf(shown))
      for (const picture of shown) each.push(await measurePicture(page, picture))
    }
    return { rows, opening, each }
  } finally {
    await app.close()
  }
}
