import type { Rule } from './rule'

/** Minus the recorded on-hand: the emptiest records first. No answer where the record is unreadable. */
export const lowRecord: Rule = {
  id: 'low_record',
  name: 'Lowest record first',
  threshold: null,
  reads: ['DailyBOH'],
  score({ length, onHand }, out, at) {
    for (let i = 0; i < length; i++) out[at + i] = -onHand[i]!
  },
}
