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
}

const everySection: readonly Section[] = [
  { id: 'curves', name: 'Curves', parts: [CurvesSection] },
  { id: 'value', name: 'Value', parts: [ValueSection] },
  { id: 'compare', name: 'Compare', parts: [CompareSection] },
  { id: 'segments', name: 'Segments', parts: [SegmentsSection] },
  { id: 'extract', name: 'This extract', parts: [DriftSection] },
  { id: 'model', name: 'Inside the model', parts: [InsightSection] },
  { id: 'take-away', name: 'Take it away', parts: [TakeAwaySection] },
]

export const sections = everySection.filter(({ parts }) => parts.length > 0)
