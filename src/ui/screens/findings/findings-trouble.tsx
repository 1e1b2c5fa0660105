/** Says that something could not be kept, and offers the file at once; leaving the page asks first. */
import { useEffect } from 'react'
import { useAppStore } from '../../app-store-context'
import { countOf } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { FaultCard } from '../../widgets/fault-card'

export function FindingsTrouble() {
  const trouble = useAppStore((state) => state.findings.trouble)
  const unkept = useAppStore((state) => state.findings.unkept.size)
  const keep = useAppStore((state) => state.keepFindings)
  const download = useAppStore((state) => state.downloadFindings)
  const atRisk = trouble !== null && unkept > 0

  useEffect(() => {
    if (!atRisk) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [atRisk])

  if (!trouble) return null
  const title = atRisk ? `${countOf(unkept, 'finding')} on this page only` : 'Findings of this browser could not be reached'
  return (
    <FaultCard title={title} sentence={trouble.sentence} advice={trouble.advice}>
      <Button look="primary" onClick={download}>
        Download findings
      </Button>
      {atRisk && <Button onClick={() => void keep()}>Try again</Button>}
    </FaultCard>
  )
}
