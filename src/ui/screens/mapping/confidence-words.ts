/** How sure a match is, in words. */
import { certainFrom } from '../../../domain/csv/mapping'

/** `confidence` is 0 to 1. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.95) return 'Sure'
  if (confidence >= certainFrom) return 'Very likely'
  if (confidence >= 0.5) return 'Likely: please check'
  return 'Unsure: please check'
}
