/**
 * Notices a worker that is gone without a word: browsers that end a worker for lack of memory do
 * not always tell. It is asked for a sign of life while somebody waits for it, and any message
 * counts as one.
 */

export interface PulseLimits {
  /** Milliseconds between two questions. */
  readonly everyMs: number
  /**
   * Questions in a row without a sign of life before the worker counts as dead. Questions are
   * counted and not time, because a page that sleeps (a closed lid, a frozen tab) asks none.
   */
  readonly unanswered: number
}

/**
 * A minute: longer than any step that a worker takes without hearing messages, which for the
 * largest extracts on slow machines are some ten seconds of sorting.
 */
export const patientPulse: PulseLimits = { everyMs: 10_000, unanswered: 6 }

export interface Pulse {
  /** The worker gave a sign of life. */
  heard(): void
  stop(): void
}

/**
 * Calls `ask` at each beat at which `isAwaited`, and `onSilence` once, when it stays without an
 * answer for too long. Runs until it is stopped or has called `onSilence`.
 */
export function watchPulse(isAwaited: () => boolean, ask: () => void, onSilence: () => void, { everyMs, unanswered }: PulseLimits): Pulse {
  let asked = 0
  const timer = setInterval(() => {
    if (!isAwaited()) {
      asked = 0
      return
    }
    if (asked < unanswered) {
      asked++
      ask()
      return
    }
    clearInterval(timer)
    onSilence()
  }, everyMs)
  return {
    heard: () => {
      asked = 0
    },
    stop: () => clearInterval(timer),
  }
}
