// What the page notes while a step is taken or a section opens: how long the main thread is held, and when frames are painted.

/** Runs in the page, once: puts `step` and `opening` at `window.watch`. A task of our own that comes again and again tells how long others kept the main thread. */
function standWatch() {
  const channel = new MessageChannel()
  const waiting = []
  channel.port1.onmessage = () => waiting.shift()?.()
  const task = () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      channel.port2.postMessage(null)
    })
  /** Milliseconds of the longest stretch in which no task of ours had its turn, from now until `isOver`. */
  const longestStretch = async (isOver) => {
    let longest = 0
    let last = performance.now()
    while (!isOver(last)) {
      await task()
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  }
  /** When the next frame has been painted: the first task after its callbacks. */
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => task().then(() => resolve(performance.now()))))
  /** True once no study has been under way, and `stands` has held, for so many milliseconds. */
  const quietFor = (least, stands = () => true) => {
    let since = performance.now()
    return (now) => {
      if (window.studies.underWay > 0 || !stands()) since = now
      return now - since > least
    }
  }

  async function step(picture, value) {
    const input = document.querySelector('input[type=range][aria-label=Threshold]')
    const frames = []
    const observer = new MutationObserver(() => frames.push(painted()))
    observer.observe(picture, { subtree: true, childList: true, characterData: true, attributes: true })
    const asked = window.studies.asked.length
    const start = performance.now()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, String(value))
    input.dispatchEvent(new Event('input', { bubbles: true }))
    // React renders in a task of its own: heard after it, and the layout that it asks for.
    await task()
    document.body.getBoundingClientRect()
    const work = performance.now() - start
    // A late answer, and what it draws, are part of the step.
    const longest = await longestStretch(quietFor(50))
    observer.disconnect()
    const times = await Promise.all(frames)
    return { work, longest: Math.max(work, longest), first: (times[0] ?? NaN) - start, last: (times.at(-1) ?? NaN) - start, asked: window.studies.asked.slice(asked) }
  }

  function opening(tab, charts) {
    const allDrawn = () => document.querySelectorAll('figure svg.recharts-surface').length >= charts
    tab.click()
    return longestStretch(quietFor(300, allDrawn))
  }

  window.watch = { step, opening }
}

/** Needs `watchStudies`. */
export async function watchHolds(page) {
  await page.evaluate(standWatch)
}

/**
 * One step of the slider to `value`, with what happens in the picture until every study that the step asked
 * for is answered and drawn. Milliseconds from the input; `first` and `last` NaN where the picture stood still.
 */
export function stepSlider(picture, value) {
  return picture.evaluate((shown, to) => window.watch.step(shown, to), value)
}

/** Presses a tab: milliseconds of the longest stretch for which the main thread is held until its `charts` stand. */
export function openTab(tab, charts) {
  return tab.evaluate((pressed, count) => window.watch.opening(pressed, count), charts)
}
