/** Charts are drawn in turns over several frames: this long without a change, and all of them stand. */
const quiet = 600
/** Beyond this they are taken as they are. */
const patience = 20_000

/** Settles when nothing below `place` has changed for a while; false where `signal` was given first. */
export function settled(place: HTMLElement, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let waiting = setTimeout(() => end(true), quiet)
    const longest = setTimeout(() => end(true), patience)
    const watcher = new MutationObserver(() => {
      clearTimeout(waiting)
      waiting = setTimeout(() => end(true), quiet)
    })
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
