import { useEffect, useState } from 'react'
import type { ExtractDrift } from '../../../../domain/drift/extract-drift'
import type { FeatureReference } from '../../../../domain/drift/feature-drift'
import { useAppStore } from '../../../app-store-context'

/** How far the open extract stands from what a model learned from; null until that is known, and for a model that does not say what it learned from. */
export function useDrift(reference: FeatureReference | null): ExtractDrift | null {
  const ask = useAppStore((state) => state.drift)
  const opened = useAppStore((state) => state.opened)
  const [last, setLast] = useState<{ readonly of: unknown; readonly reference: FeatureReference; readonly drift: ExtractDrift } | null>(null)
  useEffect(() => {
    if (reference === null || opened === null) return
    let wanted = true
    ask(reference).then(
      (drift) => {
        if (wanted) setLast({ of: opened, reference, drift })
      },
      // The store has said why.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [ask, opened, reference])
  return last && last.of === opened && last.reference === reference ? last.drift : null
}
