/** Moments as the screens write them, in the time of whoever reads. */
const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

/** "14 Nov, 08:30" of a time in milliseconds since 1970-01-01 UTC. */
export function formatTime(milliseconds: number): string {
  return moment.format(milliseconds)
}
