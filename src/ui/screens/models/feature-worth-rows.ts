/** What leaving out each family of features costs, as the table shows it. */
import type { FeatureWorth, WithoutFamily } from '../../../domain/metrics/feature-worth'
import type { MaybeEstimate } from './estimate-cell'
import { familyWords } from './family-words'

export type WorthMeasure = 'average_precision' | 'recall_at_precision_90'

export interface WorthRow {
  readonly key: string
  readonly name: string
  readonly about: string
  readonly features: number
  /** The loss by set. */
  readonly losses: Readonly<Partial<Record<string, MaybeEstimate>>>
  /** Sets on which the loss is beyond chance. */
  readonly clearOn: readonly string[]
}

/** The same features fitted again: what other seeds alone do. */
const isRefit = ({ features }: WithoutFamily) => features === 0

/** Families from the greatest mean loss down; the fits that left nothing out stand apart. */
export function worthRows(worth: FeatureWorth, measure: WorthMeasure): { readonly families: readonly WorthRow[]; readonly refits: readonly WorthRow[] } {
  const sets = Object.keys(worth.all)
  const lossOn = (entry: WithoutFamily, set: string) => entry.sets[set]?.loss[measure]
  const refits = worth.without.filter(isRefit)
  const noise = (set: string) => Math.max(0, ...refits.map((entry) => Math.abs(lossOn(entry, set)?.value ?? 0)))
  const row = (entry: WithoutFamily): WorthRow => ({
    key: entry.family,
    ...(isRefit(entry) ? { name: 'Nothing left out', about: 'the same features fitted again with other seeds' } : familyWords(entry.family)),
    features: entry.features,
    losses: Object.fromEntries(sets.map((set) => [set, lossOn(entry, set)])),
    clearOn: isRefit(entry)
      ? []
      : sets.filter((set) => {
          const loss = lossOn(entry, set)
          return loss ? loss.low > 0 && loss.value > noise(set) : false
        }),
  })
  const mean = ({ losses }: WorthRow) => sets.reduce((sum, set) => sum + (losses[set]?.value ?? 0), 0) / sets.length
  const families = worth.without.filter((entry) => !isRefit(entry)).map(row)
  return { families: families.sort((a, b) => mean(b) - mean(a)), refits: refits.map(row) }
}

/** Which families are worth having beyond chance, in one sentence. `sets` are all that were measured. */
export function worthSentence(families: readonly WorthRow[], sets: readonly string[], nameOf: (set: string) => string): string {
  const everywhere = families.filter(({ clearOn }) => sets.length > 0 && clearOn.length === sets.length).map(({ name }) => name.toLowerCase())
  const somewhere = families.filter(({ clearOn }) => clearOn.length > 0 && clearOn.length < sets.length)
  const parts = [
    everywhere.length === 0 ? 'No family by itself is missed beyond chance on every set.' : `Missed beyond chance ${sets.length > 1 ? 'on every set' : 'here'}: ${everywhere.join(', ')}.`,
    ...sets.flatMap((set) => {
      const names = somewhere.filter(({ clearOn }) => clearOn.includes(set)).map(({ name }) => name.toLowerCase())
      return names.length === 0 ? [] : [`On “${nameOf(set)}” also: ${names.join(', ')}.`]
    }),
  ]
  return parts.join(' ')
}
