import type { Rule } from './rule'

/** Added to sales and to past errors, so that neither's absence makes everything equal. */
const little = 0.01

/** Mean sales x on-hand x size of past record errors: where most goes through, most goes wrong. No answer without a record. */
export const activityAndErrors: Rule = {
  id: 'activity_errors',
  name: 'Sales x stock x past record errors',
  threshold: null,
  reads: ['sold_today', 'DailyBOH', 'residual_abs_mean_90'],
  score(days, out, at) {
    const { length, onHand, pastErrors } = days
    for (let i = 0; i < length; i++) {
      const errors = pastErrors[i]!
      out[at + i] = (days.meanSold28(i) + little) * onHand[i]! * ((errors === errors ? errors : 0) + little)
    }
  },
}
