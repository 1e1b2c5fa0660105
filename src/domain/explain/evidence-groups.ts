/** Groups of features that a person weighs as one piece of evidence: the players among whom a score is shared out. */
import { featureCatalog } from '../features/catalog'
import type { FeatureFamily } from '../features/feature-spec'

export type EvidenceId = 'sales' | 'record' | 'ledger' | 'deliveries' | 'otherStores' | 'thisStore' | 'circumstances'

export interface EvidenceGroup {
  readonly id: EvidenceId
  /** A few plain words, for lists and charts. */
  readonly name: string
  /** What the group looks at, in one sentence. */
  readonly what: string
  readonly families: readonly FeatureFamily[]
}

/**
 * Every family stands in one group. Seven groups make 128 coalitions, few enough to run all of
 * them; families that say the same thing in other words (sales, usual rate, shortfall) go together,
 * since sharing a score out among them would be arbitrary.
 */
export const evidenceGroups: readonly EvidenceGroup[] = [
  { id: 'sales', name: 'Sales against what was expected', what: 'How long nothing has sold, and how much should have.', families: ['sales', 'rate', 'shortfall'] },
  { id: 'record', name: 'The stock on record', what: 'How much the record shows, and how long it has not moved.', families: ['stock'] },
  { id: 'ledger', name: 'Whether the record adds up', what: 'Units without explanation, corrections and counts.', families: ['ledger'] },
  { id: 'deliveries', name: 'Deliveries and orders', what: 'What came in, when, and whether it sold.', families: ['replenishment'] },
  { id: 'otherStores', name: 'The same item in other stores', what: 'Whether other stores still sell it.', families: ['peers'] },
  { id: 'thisStore', name: 'The rest of this store', what: 'How the other items of the store and the category sell.', families: ['store'] },
  { id: 'circumstances', name: 'Price, promotion, calendar, history', what: 'Price and promotion, the day of the week, and how much of the past is known.', families: ['price', 'calendar', 'history'] },
]

/** Per column of the feature catalog: the place of its group in `evidenceGroups`. */
export const groupOfFeature: Uint8Array = Uint8Array.from(featureCatalog, ({ family }) =>
  evidenceGroups.findIndex(({ families }) => families.includes(family)),
)
