import { z } from 'zod'
import type { ThresholdFile } from './model-manifest'

const noted = z.object({ picked_on: z.object({ candidates: z.number().positive(), positives: z.number().positive() }) })

/**
 * Share of phantom rows among those that a model was calibrated on and its threshold picked on, above 0
 * and below 1: the training notes both counts in `threshold.json`. Null where it does not, as in folders
 * that were made elsewhere.
 */
export function calibrationShare(threshold: ThresholdFile): number | null {
  const read = noted.safeParse(threshold)
  if (!read.success) return null
  const { candidates, positives } = read.data.picked_on
  return positives < candidates ? positives / candidates : null
}
