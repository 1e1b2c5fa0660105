/** What the user wants of a threshold; the threshold that gives it is solved for, not kept here. */
import { z } from 'zod'
import { mostPerStore } from './today-state'

/** How each of the goals stands; all are remembered, whichever is asked for. */
export interface Goals {
  /** Precision to hold, 0 to 1. */
  readonly precision: number
  /** Held by the figure itself, or by the lower end of what it may be (one-sided 95 % bound). */
  readonly precisionBy: 'estimate' | 'lower-bound'
  /** Checks per store and day, a whole number from 1 to `mostPerStore`. */
  readonly checks: number
  /** Held on average over the stores, or in each of them. */
  readonly checksIn: 'average' | 'every-store'
  /** Recall to reach, 0 to 1. */
  readonly recall: number
}

export interface GoalsState {
  readonly goals: Goals
}

export interface GoalsActions {
  /** What is out of range is brought into it. */
  readonly setGoals: (change: Partial<Goals>) => void
}

export const usualGoals: Goals = { precision: 0.9, precisionBy: 'estimate', checks: 20, checksIn: 'average', recall: 0.5 }

const share = (value: number) => Math.min(1, Math.max(0, value))

/** As files and links hold them; `changedGoals` brings what is out of range into it. */
export const writtenGoals = z.object({
  precision: z.number(),
  precisionBy: z.enum(['estimate', 'lower-bound']),
  checks: z.number(),
  checksIn: z.enum(['average', 'every-store']),
  recall: z.number(),
})

/** Goals as a browser or a file kept them; the usual ones where they are none. */
export function goalsIn(given: unknown): Goals {
  const read = writtenGoals.safeParse(given)
  return read.success ? changedGoals(usualGoals, read.data) : usualGoals
}

/** The goals after a change; values that are no number leave what stood. */
export function changedGoals(before: Goals, change: Partial<Goals>): Goals {
  const wanted = { ...before, ...change }
  const or = (value: number, stood: number) => (Number.isFinite(value) ? value : stood)
  return {
    ...wanted,
    precision: share(or(wanted.precision, before.precision)),
    recall: share(or(wanted.recall, before.recall)),
    checks: Math.min(mostPerStore, Math.max(1, Math.round(or(wanted.checks, before.checks)))),
  }
}
