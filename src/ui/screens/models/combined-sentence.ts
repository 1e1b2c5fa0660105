import type { CombinedDecision } from '../../../domain/metrics/results'
import { formatScore } from '../../format/format-score'
import { formatSigned } from '../../format/format-signed'
import { modelName } from '../../format/model-name'

/** Whether the models together are worth more than the best one, as the calibration worlds had it. */
export function combinedSentence({ name, best_single: best, gain_over_best_single: gain, offered }: CombinedDecision): string {
  const verdict = offered ? 'It is offered beside the models.' : 'It is measured here and not offered in the app.'
  if (!gain) return `${name}: how it compares with the best single model was not measured. ${verdict}`
  const sure = gain.low > 0 ? 'a gain beyond chance' : gain.high < 0 ? 'a loss beyond chance' : 'within what chance alone could give'
  return `${name}, as one score, against ${modelName(best)}, the best single model on the calibration worlds: ${formatSigned(gain.value, formatScore)} AP (95% interval ${formatSigned(gain.low, formatScore)} to ${formatSigned(gain.high, formatScore)}), ${sure}. ${verdict}`
}
