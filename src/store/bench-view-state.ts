/** What the user is looking at on the Thresholds screen. */

/** The sections below the control, by id. */
export const benchSections = ['curves', 'value', 'compare', 'segments', 'extract', 'model', 'take-away'] as const
export type BenchSection = (typeof benchSections)[number]

/** What goals are solved on: rows whose truth is known, or what probabilities lead to expect of the open extract. */
export type GoalsOn = 'measured' | 'estimate'

export interface BenchViewState {
  /** The section that stands open; it stays open while other tabs are looked at. */
  readonly benchSection: BenchSection
  /** What the user chose; see `selectGoalsOn` for what stands. */
  readonly goalsOn: GoalsOn
}

export interface BenchViewActions {
  readonly openBenchSection: (section: BenchSection) => void
  readonly solveGoalsOn: (on: GoalsOn) => void
}

/** The estimate is of the extract's own rows: where it can be made and no label tells more, it is what a goal should go by. */
export const benchViewAtStart: BenchViewState = { benchSection: 'curves', goalsOn: 'estimate' }
