/** What the user is looking at on the Thresholds screen. */

/** The sections below the control, by id. */
export const benchSections = ['curves', 'value', 'compare', 'segments', 'extract', 'model', 'take-away'] as const
export type BenchSection = (typeof benchSections)[number]

export interface BenchViewState {
  /** The section that stands open; it stays open while other tabs are looked at. */
  readonly benchSection: BenchSection
}

export interface BenchViewActions {
  readonly openBenchSection: (section: BenchSection) => void
}

export const benchViewAtStart: BenchViewState = { benchSection: 'curves' }
