import type { EpochDay } from '../table/extract-table'

/** 0 Monday to 6 Sunday. Day 0 of the epoch was a Thursday. */
export function weekday(day: EpochDay): number {
  return (((day + 3) % 7) + 7) % 7
}
