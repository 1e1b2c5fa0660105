import type { ReactNode } from 'react'
import type { ThresholdCurve } from '../../../domain/metrics/threshold-curve'
import { selectCurve } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount } from '../../format/format-number'

/** Says in words on which rows the figures were measured. */
export function CurveSource() {
  const model = useAppStore((state) => state.model)
  const measured = useAppStore((state) => selectCurve(state, model))
  const opened = useAppStore((state) => state.opened)
  if (measured === null) return 'There are no labelled rows to measure this model by. The threshold still works on the alerts.'
  if (measured.source === 'extract') return <>Measured on this extract’s own labels {size(measured.curve)}.</>
  return (
    <>
      {reason(opened)} on our simulated test worlds {size(measured.curve)}. Your stores may differ.
    </>
  )
}

function reason(opened: { readonly hasLabels: boolean } | null): string {
  if (opened === null) return 'Measured'
  return opened.hasLabels ? 'Until all rows of this extract are scored, measured' : 'This extract has no labels: measured'
}

function size({ positives, negatives }: ThresholdCurve): ReactNode {
  return `(${formatCount(positives + negatives)} rows, ${formatCount(positives)} of them phantom)`
}
