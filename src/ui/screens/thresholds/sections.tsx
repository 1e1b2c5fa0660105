/**
 * The sections below the control, in the order of their tabs. A section is one component of its own
 * folder, drawn only while it stands open; adding one is a line in `parts`. Sections without parts
 * are not shown.
 */
import type { ComponentType } from 'react'
import type { BenchSection } from '../../../store/bench-view-state'
import { TakeAwaySection } from '../take-away/take-away-section'
import { CompareSection } from './compare/compare-section'
import { CurvesSection } from './curves/curves-section'
import { DriftSection } from './drift/drift-section'
import { InsightSection } from './insight/insight-section'
import { SegmentsSection } from './segments/segments-section'
import { ValueSection } from './value/value-section'

interface Section {
  readonly id: BenchSection
  /** The name on the tab. */
  readonly name: string
  readonly parts: readonly ComponentType[]
  /** What of it is of one threshold for all, said while segments have thresholds of their own. */
  readonly common?: string
}

const everySection: readonly Section[] = [
  { id: 'curves', name: 'Curves', parts: [CurvesSection], common: 'The lines are what one threshold for all would do, at each of its values, and the upright line is the common threshold. The dots, and the measures beside them, are of the thresholds by segment together with the common one.' },
  { id: 'value', name: 'Value', parts: [ValueSection], common: 'Profit and the checks by rank are of one threshold for all. Days to find follow the thresholds by segment.' },
  { id: 'compare', name: 'Compare', parts: [CompareSection], common: 'Models are compared each at one threshold for all: thresholds by segment are left out here.' },
  { id: 'segments', name: 'Segments', parts: [SegmentsSection] },
  { id: 'extract', name: 'This extract', parts: [DriftSection] },
  { id: 'model', name: 'Inside the model', parts: [InsightSection], common: '“Alerts alone” are rows that reach the common threshold here: thresholds by segment are left out.' },
  { id: 'take-away', name: 'Take it away', parts: [TakeAwaySection] },
]

export const sections = everySection.filter(({ parts }) => parts.length > 0)
