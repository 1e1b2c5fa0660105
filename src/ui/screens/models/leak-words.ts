/** The steps of the leak's re-enactment in plain words. */
import type { LeakStep, LeakSteps } from '../../../domain/metrics/leak-steps'
import { formatShare } from '../../format/format-number'

interface StepWords {
  readonly name: string
  readonly about: string
}

const words: Readonly<Partial<Record<string, StepWords>>> = {
  as_published: {
    name: 'Everything leaks',
    about:
      'A rule over columns that the model also reads stands in for the truth; one feature is made of those labels; days of one item stand on both sides of the split; the threshold is picked on rows that taught.',
  },
  without_label_feature: {
    name: 'No feature made of labels',
    about: 'The feature that was computed from the labels is gone. The rule still lies open among the other columns.',
  },
  shelf_label: {
    name: 'The label comes from the shelf',
    about: 'Phantom is now what was in the store, which no feature holds. Days of one item still stand on both sides, and one day is much like the next.',
  },
  split_by_item: {
    name: 'No item on both sides',
    about: 'Whole items are held out, so that nothing can be recognised. The threshold still comes from rows that taught.',
  },
  honest: {
    name: 'Other worlds: the honest way',
    about: 'Learned on some worlds, the threshold picked on others, measured on others again. This is how every figure above was made.',
  },
  as_published_on_shelf: {
    name: 'The first model, asked about shelves',
    about: 'The model of the first line, nothing changed, with its alerts held against what was in the stores of the test worlds.',
  },
}

/** A step that is not known here goes by the file's own words. */
export function stepWords({ id, name }: LeakStep): StepWords {
  return words[id] ?? { name, about: '' }
}

/** The steps that the story sets against one another; null where the file lacks one. */
export function stepOf({ steps }: LeakSteps, id: 'as_published' | 'as_published_on_shelf' | 'honest'): LeakStep | null {
  return steps.find((step) => step.id === id) ?? null
}

/** What the leaky report promises and what the shelf says of the same alerts; null where either was not measured. */
export function promiseSentence(leak: LeakSteps): string | null {
  const promised = stepOf(leak, 'as_published')?.precision
  const kept = stepOf(leak, 'as_published_on_shelf')?.precision
  if (typeof promised !== 'number' || typeof kept !== 'number') return null
  const end = kept < promised ? 'The model has learned its own rule, not the shelf.' : 'Here the shelf bears it out.'
  return `Measured with every leak open, ${formatShare(promised)} of the alerts are right. Held against the shelf, ${formatShare(kept)} are. ${end}`
}
