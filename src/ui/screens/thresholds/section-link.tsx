import type { ReactNode } from 'react'
import type { BenchSection } from '../../../store/bench-view-state'
import { useAppStore } from '../../app-store-context'
import { LinkButton } from '../../widgets/link-button'
import { sectionTabId } from './section-tabs'

/** Leads to a section of the screen: it opens and its tab comes to the top, since from up here it would open out of sight. */
export function SectionLink({ to, children }: { readonly to: BenchSection; readonly children: ReactNode }) {
  const openSection = useAppStore((state) => state.openBenchSection)
  return (
    <LinkButton
      onClick={() => {
        openSection(to)
        const tab = document.getElementById(sectionTabId(to))
        tab?.focus()
        tab?.scrollIntoView({ block: 'start' })
      }}
    >
      {children}
    </LinkButton>
  )
}
