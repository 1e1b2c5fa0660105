/** Outcomes as people on the floor say them, in the order of their keys. */
import { outcomes, type FindingOutcome } from '../../../domain/findings/finding'

interface OutcomeWords {
  readonly label: string
  readonly hint: string
}

const words: Readonly<Record<FindingOutcome, OutcomeWords>> = {
  'not-found': { label: 'Not found', hint: 'Nothing in the whole store' },
  backroom: { label: 'In the backroom', hint: 'Stock, but not on the shelf' },
  misplaced: { label: 'Misplaced', hint: 'Where no shopper finds it' },
  'on-shelf': { label: 'On the shelf', hint: 'All is fine' },
  damaged: { label: 'Damaged', hint: 'Not fit to be sold' },
  'not-ranged': { label: 'Not sold here', hint: 'This store does not range it' },
}

export interface OutcomeChoice extends OutcomeWords {
  readonly outcome: FindingOutcome
  /** The key that enters it. */
  readonly key: string
}

export const outcomeChoices: readonly OutcomeChoice[] = outcomes.map((outcome, i) => ({ outcome, key: String(i + 1), ...words[outcome] }))

export const undoKey = 'u'

export function outcomeLabel(outcome: FindingOutcome): string {
  return words[outcome].label
}
