/** Charts are drawn in turns over several frames: this long without a change, and all of them stand. */
const quiet = 600
/** Beyond this they are taken as they are. */
const patience = 60_000

/** Settles when nothing below `place` has changed for a while; false where `signal` was given first. */
export function settled(place: HTMLElement, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let waiting = setTimeout(look, quiet)
    const longest = setTimeout(() => end(true), patience)
    const watcher = new MutationObserver(wait)
    function wait(): void {
      clearTimeout(waiting)
      waiting = setTimeout(look, quiet)
    }
    function look(): void {
      if (isUnderWay(place)) wait()
      else end(true)
    }
    function end(drawn: boolean): void {
      clearTimeout(waiting)
      clearTimeout(longest)
      watcher.disconnect()
      resolve(drawn)
    }
    watcher.observe(place, { subtree: true, childList: true, attributes: true, characterData: true })
    signal.addEventListener('abort', () => end(false))
  })
}

/** Parts that are being reckoned say so in a sentence that ends in dots, figures by being busy. */
function isUnderWay(place: HTMLElement): boolean {
  return place.querySelector('[aria-busy="true"]') !== null || [...place.querySelectorAll('p')].some(({ textContent }) => textContent.trimEnd().endsWith('…'))
}
