import { useEffect, useState } from 'react'
import type { RowIndex } from '../../../domain/table/extract-table'
import type { Scenario, ScenarioFault } from '../../../domain/what-if/scenario'
import type { WhatIfAnswer } from '../../../domain/what-if/what-if-answer'
import { useAppStore } from '../../app-store-context'

export type Asked =
  /** Nothing is asked for. */
  | { readonly state: 'as-it-is' }
  /** The last answer stays while a newer one is under way. */
  | { readonly state: 'answered'; readonly answer: WhatIfAnswer }
  | { readonly state: 'refused'; readonly fault: ScenarioFault }
  | { readonly state: 'failed'; readonly sentence: string }

/** Who is typing is not asked after every key. */
const pauseMs = 150

/** What the models would say of a row; an answer that a newer question has overtaken is dropped. */
export function useWhatIf(row: RowIndex, { onHand, daysSinceSale, forecast }: Scenario): Asked {
  const ask = useAppStore((state) => state.whatIf)
  const [last, setLast] = useState<Asked>({ state: 'as-it-is' })
  const nothingAsked = onHand === undefined && daysSinceSale === undefined && forecast === undefined
  useEffect(() => {
    if (nothingAsked) return undefined
    let wanted = true
    const scenario: Scenario = {
      ...(onHand === undefined ? {} : { onHand }),
      ...(daysSinceSale === undefined ? {} : { daysSinceSale }),
      ...(forecast === undefined ? {} : { forecast }),
    }
    const timer = setTimeout(() => {
      ask({ row, scenario }).then(
        (outcome) => {
          if (wanted) setLast(outcome.ok ? { state: 'answered', answer: outcome.value } : { state: 'refused', fault: outcome.fault })
        },
        (error: unknown) => {
          if (wanted) setLast({ state: 'failed', sentence: error instanceof Error ? error.message : String(error) })
        },
      )
    }, pauseMs)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [row, onHand, daysSinceSale, forecast, nothingAsked, ask])
  return nothingAsked ? { state: 'as-it-is' } : last
}
