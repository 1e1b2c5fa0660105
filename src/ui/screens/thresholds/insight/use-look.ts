import { useCallback, useEffect, useRef, useState } from 'react'
import type { InsightAnswer, InsightQuestion } from '../../../../domain/insight/insight-question'
import { useAppStore } from '../../../app-store-context'

export type Look =
  | { readonly state: 'none' }
  | { readonly state: 'under-way'; readonly fraction: number }
  | { readonly state: 'answered'; readonly question: InsightQuestion; readonly answer: InsightAnswer }
  | { readonly state: 'failed'; readonly sentence: string; readonly advice: string }

/**
 * One look into a model at a time: a new one stops the one that is under way, and so does leaving the
 * screen. A look that was cancelled leaves nothing.
 */
export function useLook(): { readonly look: Look; readonly begin: (question: InsightQuestion) => void; readonly cancel: () => void } {
  const lookInto = useAppStore((state) => state.lookInto)
  const [look, setLook] = useState<Look>({ state: 'none' })
  const running = useRef<{ cancel(): void } | null>(null)

  const cancel = useCallback(() => {
    running.current?.cancel()
    running.current = null
    setLook({ state: 'none' })
  }, [])

  const begin = useCallback(
    (question: InsightQuestion) => {
      running.current?.cancel()
      setLook({ state: 'under-way', fraction: 0 })
      const job = lookInto(question, (fraction) => {
        if (running.current === job) setLook({ state: 'under-way', fraction })
      })
      running.current = job
      void job.done.then((outcome) => {
        if (running.current !== job) return
        running.current = null
        setLook(outcome.ok ? { state: 'answered', question, answer: outcome.value } : { state: 'failed', ...outcome.fault })
      })
    },
    [lookInto],
  )

  useEffect(() => () => running.current?.cancel(), [])
  return { look, begin, cancel }
}
