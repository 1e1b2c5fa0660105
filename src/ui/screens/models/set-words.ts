/** What the sets of worlds and the stress scenarios are, in plain words. */
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import type { SetName } from '../../../domain/metrics/results'
import { countOf, formatCount, formatShare } from '../../format/format-number'

export const setNames: readonly SetName[] = ['test', 'stress', 'real_demand']

export const setWords: Readonly<Record<SetName, { readonly name: string; readonly about: string }>> = {
  test: {
    name: 'Test worlds',
    about: 'Simulated stores drawn from the usual ranges, as every second one of the training is, and kept apart: no row of them taught, calibrated or picked anything.',
  },
  stress: {
    name: 'Stress worlds',
    about: 'Simulated stores whose causes, rates and kinds of demand lie outside of anything that the training saw, in several ways.',
  },
  real_demand: {
    name: 'Real demand',
    about: 'What shoppers really bought in real stores, with simulated stock, records and errors around it. Nothing was learned from it.',
  },
}

const scenarios: Readonly<Partial<Record<string, { readonly name: string; readonly about: string }>>> = {
  'receiving errors dominate': {
    name: 'Receiving errors dominate',
    about: 'Far more deliveries are booked wrong than in training; little is lost on the floor.',
  },
  'heavy misplacement': {
    name: 'Heavy misplacement',
    about: 'Goods are put where no shopper finds them much more often, and come back sooner or later.',
  },
  'frequent counts': {
    name: 'Frequent counts',
    about: 'Every item is counted about monthly: spells are short, and there is little time to find them.',
  },
  'real demand drops': {
    name: 'Real demand drops',
    about: 'Many items stop selling because nobody wants them any more, or leave the range with stock on record.',
  },
  'outages and storms': {
    name: 'Outages and storms',
    about: 'Whole stores fall silent for days: storms, tills that are down, suppliers that do not deliver.',
  },
  'tiny stores': {
    name: 'Tiny stores',
    about: 'One or two small stores, slow items, a short history: few other stores to compare with.',
  },
  'lumpy and intermittent': {
    name: 'Lumpy and intermittent demand',
    about: 'Items sell in bursts with long gaps between them, so that a silence says little.',
  },
  'dirty extract': {
    name: 'Dirty extract',
    about: 'Rows and whole days are missing or given twice, stock is read a day late, most optional columns and the forecast are absent.',
  },
}

/** A scenario in words; one that is not known here goes by its own name. */
export function scenarioWords(scenario: string): { readonly name: string; readonly about: string } {
  return scenarios[scenario] ?? { name: scenario, about: 'Worlds unlike those of the training in this way.' }
}

/** How much a set holds, in one sentence. */
export function setSize({ worlds, store_items: items, candidates, positives, base_rate: baseRate }: MeasuredSet): string {
  const where = [...(worlds === undefined ? [] : [countOf(worlds, 'world')]), ...(items === undefined ? [] : [countOf(items, 'store-item')])]
  const from = where.length === 0 ? '' : ` of ${where.join(' and ')}`
  return `${formatCount(candidates)} rows${from} with stock on record and four weeks of history, ${formatCount(positives)} of them phantom (${formatShare(baseRate)}).`
}
