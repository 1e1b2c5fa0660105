import { useEffect, useRef } from 'react'
import { CurvesSection } from '../thresholds/curves/curves-section'
import { ValueSection } from '../thresholds/value/value-section'
import { readFigures } from './read-figures'
import type { ReportCharts } from './report-content'
import { settled } from './settled'
import styles from './take-away-section.module.css'

/** The charts of the screen, drawn out of sight in the report's width; gives them once nothing changes any more. */
export function ReportFigures({ onDrawn }: { readonly onDrawn: (charts: ReportCharts) => void }) {
  const place = useRef<HTMLDivElement>(null)
  const curves = useRef<HTMLDivElement>(null)
  const value = useRef<HTMLDivElement>(null)
  const tell = useRef(onDrawn)
  useEffect(() => {
    tell.current = onDrawn
  })
  useEffect(() => {
    const stage = place.current
    if (!stage) return
    const leaving = new AbortController()
    void settled(stage, leaving.signal).then((drawn) => {
      if (drawn && curves.current && value.current) tell.current({ curves: readFigures(curves.current), value: readFigures(value.current) })
    })
    return () => leaving.abort()
  }, [])
  return (
    <div ref={place} className={styles['offstage']} aria-hidden="true" inert>
      <div ref={curves}>
        <CurvesSection />
      </div>
      <div ref={value}>
        <ValueSection />
      </div>
    </div>
  )
}
