import type { ReactNode } from 'react'
import type { ThresholdCurve } from '../../../domain/metrics/threshold-curve'
import { minimumHistoryDays } from '../../../domain/table/extract-table'
import type { AppState } from '../../../store/app-state'
import { hasRows, isLabelled, selectCurve } from '../../../store/bench-selectors'
import { selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { countOf, formatCount } from '../../format/format-number'

/** Says in words on which rows the figures were measured. */
export function CurveSource() {
  const model = useAppStore((state) => state.model)
  const measured = useAppStore((state) => selectCurve(state, model))
  const opened = useAppStore((state) => state.opened)
  const isOwn = useAppStore((state) => selectUsableModels(state).some((one) => one.id === model && one.kind !== 'combination' && one.own))
  const hasOwnRows = useAppStore((state) => hasRows(state, 'extract'))
  if (measured === null) return 'There are no labelled rows to measure this model by. The threshold still works on the alerts.'
  if (measured.source === 'extract')
    return (
      <>
        Measured on this extract’s own {labelsOf(opened)} {size(measured.curve)}.{filledWords(opened)}
        {isOwn && ' If the model learned from rows of this very extract, the figures are too good: rows that it never saw tell more.'}
      </>
    )
  if (measured.source === 'findings')
    return <>Measured on what was found in the store {size(measured.curve)}: of checked items alone, so shelves that nobody checked are missing from every figure.</>
  return (
    <>
      {hasOwnRows ? 'By your choice measured' : reason(opened)} on our simulated test worlds {size(measured.curve)}. Your stores may differ.
    </>
  )
}

/** What the extract tells the truth by. */
function labelsOf(opened: AppState['opened']): string {
  if (opened?.labelled.counted === 0) return 'labels'
  return opened?.labelled.stated === 0 ? 'counts' : 'labels and counts'
}

/** Days without movement that a sparse file leaves out are scored as all others, but nothing is known of them; empty where none were filled in. */
function filledWords(opened: AppState['opened']): string {
  if (!opened || opened.summary.filledDays === 0) return ''
  const { labelled, summary } = opened
  const rows = summary.recordsUsed + summary.filledDays
  const left = summary.filledDays === 1 ? '1 day that the file leaves out is filled in and has' : `${formatCount(summary.filledDays)} days that the file leaves out are filled in and have`
  // Of the labels only those of rows that can be alerted measure, as of every source.
  return ` These are its labelled rows with stock on record and ${minimumHistoryDays} days of history, out of ${countOf(rows, 'row')} in all; the ${left} no label${labelled.counted > 0 ? ', unless a count on the next day gives them one' : ''}.`
}

function reason(opened: AppState['opened']): string {
  if (opened === null) return 'Measured'
  return isLabelled(opened) ? 'Until all rows of this extract are scored, measured' : 'This extract has no labels: measured'
}

function size({ positives, negatives }: ThresholdCurve): ReactNode {
  return `(${formatCount(positives + negatives)} rows, ${formatCount(positives)} of them phantom)`
}
