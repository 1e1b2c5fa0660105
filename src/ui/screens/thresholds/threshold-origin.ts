/** Where a model's own threshold comes from, as far as its folder says. */
import { z } from 'zod'
import { pipelineThreshold } from '../../../domain/pipelines/pipeline-spec'
import { pickedGoal } from '../../../store/picked-for-state'
import type { UsableModel } from '../../../store/selectors'
import { countOf, formatMoney, formatProbability } from '../../format/format-number'

/** What training notes beside the threshold. */
const noted = z.object({ floor_reached: z.boolean(), picked_on: z.object({ precision: z.number() }) })

export interface ThresholdOrigin {
  /** The button that goes back to it. */
  readonly name: 'Shipped threshold' | 'Its own threshold'
  /** Goes on behind its value. */
  readonly words: string
}

export function thresholdOrigin(model: UsableModel): ThresholdOrigin {
  const { threshold } = model
  if (model.kind === 'pipeline') {
    return { name: 'Its own threshold', words: threshold['note'] === pipelineThreshold['note'] ? 'none came with the pipeline, so this stands until you set another' : 'it came with the pipeline; we do not know how it was chosen' }
  }
  const picked = pickedWords(threshold['picked_for'])
  if (picked !== null) return { name: 'Its own threshold', words: picked }
  const own = model.kind === 'graph' && model.own
  const read = noted.safeParse(threshold)
  const rows = own ? 'rows of its own data' : 'simulated worlds'
  const reached = !read.success || read.data.floor_reached
  const words = reached
    ? `most recall at a precision of ${formatProbability(threshold.precision_floor)} on ${rows} kept for choosing it`
    : `a precision of ${formatProbability(threshold.precision_floor)} was not to be had on the ${rows} kept for choosing it; the best there was ${formatProbability(read.data.picked_on.precision)}`
  return { name: own ? 'Its own threshold' : 'Shipped threshold', words }
}

/** Thresholds that were set in the app say what for; null for all others, and for a precision, which is said as of any. */
function pickedWords(note: unknown): string | null {
  const named = z.object({ goal: z.string() }).safeParse(note)
  if (!named.success) return null
  if (named.data.goal === 'unknown') return 'it was set by hand, and nothing says for what'
  const read = pickedGoal.safeParse(note)
  if (!read.success) return 'it was picked for a goal that this version does not know'
  switch (read.data.goal) {
    case 'precision':
      return null
    case 'surest':
      return `picked as the surest to rely on, where a precision of ${formatProbability(read.data.wanted_precision)} rested on too few alerts`
    case 'recall':
      return `picked for most precision with a recall of at least ${formatProbability(read.data.at_least)}`
    case 'checks':
      return `picked for at most ${countOf(read.data.a_store_and_day, 'check')} a store and day`
    case 'lowest-cost':
      return `picked for lowest cost, with a check at ${formatMoney(read.data.cost_of_check)}`
  }
}
