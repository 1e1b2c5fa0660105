/** What the user is looking at on the Thresholds screen. */

/** The sections below the control, by id. */
export const benchSections = ['curves', 'value', 'compare', 'segments', 'extract', 'model', 'take-away'] as const
export type BenchSection = (typeof benchSections)[number]

/** What goals are solved on: rows whose truth is known, or what probabilities lead to expect of the open extract. */
export type GoalsOn = 'measured' | 'estimate'

export interface BenchViewState {
  /** The section that stands open; it stays open while other tabs are looked at. */
  readonly benchSection: BenchSection
  /** What the user chose; null: what tells most. See `selectGoalsOn` for what stands. */
  readonly goalsOn: GoalsOn | null
}

export interface BenchViewActions {
  readonly openBenchSection: (section: BenchSection) => void
  readonly solveGoalsOn: (on: GoalsOn) => void
}

export const benchViewAtStart: BenchViewState = { benchSection: 'curves', goalsOn: null }
