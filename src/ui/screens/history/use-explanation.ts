import { useEffect, useState } from 'react'
import type { RowExplanation } from '../../../domain/explain/row-explanation'
import type { RowIndex } from '../../../domain/table/extract-table'
import { useAppStore } from '../../app-store-context'

export type Explained =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly explanation: RowExplanation }
  | { readonly state: 'failed'; readonly sentence: string }

/** Why a row was judged as it was; asked for when the row is opened, as every model is run anew for it. */
export function useExplanation(row: RowIndex): Explained {
  const explain = useAppStore((state) => state.explain)
  const [explained, setExplained] = useState<Explained>({ state: 'loading' })
  useEffect(() => {
    let wanted = true
    explain(row).then(
      (explanation) => {
        if (wanted) setExplained({ state: 'here', explanation })
      },
      (error: unknown) => {
        if (wanted) setExplained({ state: 'failed', sentence: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => {
      wanted = false
    }
  }, [row, explain])
  return explained
}
