import { Tabs } from '@base-ui/react/tabs'
import { useEffect, useRef } from 'react'
import type { BenchSection } from '../../../store/bench-view-state'
import { selectSegments } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { ErrorBoundary } from '../../widgets/error-boundary'
import { sections } from './sections'
import styles from './section-tabs.module.css'

/** Id of a section's tab, for whoever leads there. */
export const sectionTabId = (section: BenchSection) => `section-tab-${section}`

/** The sections of the screen by tabs: arrow keys go from tab to tab, and only the open section is drawn. */
export function SectionTabs() {
  const open = useAppStore((state) => state.benchSection)
  const bySegment = useAppStore(({ benchSection, segmentThresholds, model }) => (benchSection === 'compare' ? Object.keys(segmentThresholds).length > 0 : selectSegments({ segmentThresholds }, model) !== null))
  const list = useRef<HTMLDivElement>(null)
  const openSection = useAppStore((state) => state.openBenchSection)
  // A phone shows three of the tabs: whoever comes by a link sees the open one too.
  useEffect(() => {
    const shown = list.current
    const tab = shown?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (!shown || !tab) return
    const seen = shown.getBoundingClientRect()
    const { left, width } = tab.getBoundingClientRect()
    shown.scrollLeft += left + width / 2 - (seen.left + seen.width / 2)
  }, [open])
  return (
    <Tabs.Root
      value={open}
      onValueChange={(value: unknown) => {
        const wanted = sections.find(({ id }) => id === value)
        if (wanted) openSection(wanted.id)
      }}
    >
      <Tabs.List ref={list} className={styles['list']} activateOnFocus={false} aria-label="Sections of this screen">
        {sections.map(({ id, name }) => (
          <Tabs.Tab key={id} id={sectionTabId(id)} value={id} className={styles['tab']}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {sections.map(({ id, name, parts, common }) => (
        // A region, because it lies within the panel of the Thresholds tab: there is one panel on the page.
        <Tabs.Panel key={id} value={id} role="region" className={styles['panel']}>
          <ErrorBoundary screen={`The section ${name}`}>
            {bySegment && common !== undefined && <p className={styles['common']}>{common}</p>}
            {parts.map((Part, at) => (
              <Part key={at} />
            ))}
          </ErrorBoundary>
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
