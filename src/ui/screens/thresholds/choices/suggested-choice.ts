/** Which of the choices we would take, and why. Pure. */
import type { Goals } from '../../../../store/goals-state'
import type { Choice } from './choice'
import { formatPercent } from '../goals/goal-words'

export interface Suggestion {
  readonly key: Choice['key']
  readonly because: string
}

/** Where most alerts would be wrong, there is nothing to rely on. */
const leastWorthSuggesting = 0.5

/**
 * The threshold for the wanted precision where it is reached with enough alerts behind it, else the surest to rely on;
 * null where nothing can be judged. The other goals are the user's own wishes: nothing suggests one of them.
 */
export function suggestedChoice(choices: readonly Choice[], wanted: number, by: Goals['precisionBy'] = 'estimate'): Suggestion | null {
  const [precise, surest] = (['precision', 'surest'] as const).map((key) => choices.find((choice) => choice.key === key && choice.threshold !== null))
  const asked = `precision ${formatPercent(wanted)}${by === 'lower-bound' ? ' by its lower figure' : ''}`
  if (precise?.reached && precise.judged && !precise.judged.tooFew) return { key: 'precision', because: `it finds the most phantom stock of all thresholds with ${asked}` }
  if (!surest?.judged || surest.judged.tooFew || !(surest.judged.precision >= leastWorthSuggesting)) return null
  return { key: 'surest', because: surest.reached ? `it holds ${asked}, and more alerts stand behind it` : `no threshold with enough alerts behind it reaches ${asked}, and of this one it is surest that most alerts are real` }
}
