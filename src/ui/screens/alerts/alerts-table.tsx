/** The alerts, one row each; only the rows on screen exist. Keyboard: arrows, Home, End, Page keys move; Enter opens. */
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { AlertColumn, AlertRow } from '../../../domain/alerts/alert-row'
import { positionOf } from '../../../store/alert-selection'
import { countAgreeing, selectAlertSelection, selectJudgedCount, selectThreshold } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount } from '../../format/format-number'
import { AlertCard } from './alert-card'
import { alertColumns } from './alert-columns'
import type { AlertTableColumn, CellContext } from './alert-columns'
import { ListEnd } from './list-end'
import { NoAlerts } from './no-alerts'
import { moveRow } from './move-row'
import { useAlertRows } from './use-alert-rows'
import { useListLayout } from './use-list-layout'
import styles from './alerts-table.module.css'

/** A browser draws no page taller than some 33 million pixels; a list this long is for the download. */
const rowsListed = 100_000
const rowHeight = 38
/** Drawn wherever the page is scrolled to. */
const firstRows = 25
const cardHeight = 104

const features = tableFeatures({})
const helper = createColumnHelper<typeof features, DrawnRow>()

interface DrawnRow {
  /** Place among the alerts, from 0. */
  readonly index: number
  readonly row: number
  /** Missing until the engine has answered. */
  readonly content: AlertRow | undefined
}

export function AlertsTable({ onOpen }: { readonly onOpen: (row: number) => void }) {
  const opened = useAppStore((state) => state.opened)
  const view = useAppStore((state) => state.view)
  const selection = useAppStore(selectAlertSelection)
  const judged = useAppStore(selectJudgedCount)
  const thresholds = useAppStore((state) => state.thresholds)
  const segmentThresholds = useAppStore((state) => state.segmentThresholds)
  const loadedModels = useAppStore((state) => state.loadedModels)
  const scoring = useAppStore((state) => state.phase.phase === 'scoring')
  const layout = useListLayout()
  const narrow = layout === 'cards'
  const body = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [active, setActive] = useState(0)
  const [focusWanted, setFocusWanted] = useState(false)

  const listed = Math.min(selection.count, rowsListed)
  const last = Math.max(0, listed - 1)
  const current = Math.min(active, last)
  const height = narrow ? cardHeight : rowHeight

  useLayoutEffect(() => {
    const measure = () => {
      if (body.current) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY))
    }
    measure()
    // Anything above the list may change its height: filters wrap, notes come and go.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  const virtualizer = useWindowVirtualizer({
    count: listed,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: 96,
    scrollPaddingEnd: 24,
    // The row that Tab leads to is always drawn, or a list that was scrolled on could not be entered by
    // keyboard; and so are the first ones, to which one comes from what stands above.
    rangeExtractor: (range) => [...new Set([...Array(Math.min(firstRows, listed)).keys(), ...(listed === 0 ? [] : [...defaultRangeExtractor(range), current])])].sort((a, b) => a - b),
  })
  useEffect(() => virtualizer.measure(), [virtualizer, height])

  const items = virtualizer.getVirtualItems()
  const rowAt = (index: number) => view!.view.rows[positionOf(selection, index)]!
  const indices = items.map(({ index }) => index).filter((index) => index < listed)
  const contents = useAlertRows(view ? indices.map(rowAt) : [])
  const drawn = view ? indices.map((index): DrawnRow => ({ index, row: rowAt(index), content: contents.get(rowAt(index)) })) : []

  const scope = view?.query.scope
  const model = view?.query.model ?? ''
  const shown = useMemo(
    () => (opened && scope ? alertColumns.filter((column) => column.shown(opened, scope) && (layout !== 'short' || column.inShort)) : []),
    [opened, scope, layout],
  )
  const columns = useMemo(() => {
    const context: CellContext = { model, agreeing: (row) => countAgreeing({ loadedModels, thresholds, segmentThresholds }, row) }
    return helper.columns(
      shown.map((column) =>
        helper.display({
          id: column.id,
          header: column.label,
          cell: ({ row }) => (row.original.content ? column.cell(row.original.content, context) : '…'),
        }),
      ),
    )
  }, [shown, model, loadedModels, thresholds, segmentThresholds])
  const table = useTable({ features, columns, data: drawn, getRowId: (row) => String(row.row) })

  useEffect(() => {
    if (!focusWanted) return
    const target = body.current?.querySelector<HTMLElement>(`[data-index="${current}"]`)
    if (target) {
      target.focus({ preventScroll: true })
      setFocusWanted(false)
    }
  }, [focusWanted, current, items])

  if (!view || !opened) {
    return <p className={styles['waiting']}>{scoring ? 'The latest day is being scored. The list stands here in a moment.' : 'The list stands here once the latest day is scored.'}</p>
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onOpen(rowAt(current))
      return
    }
    const next = moveRow(event.key, current, last, Math.max(1, Math.floor(window.innerHeight / height) - 4))
    if (next === null) return
    event.preventDefault()
    setActive(next)
    setFocusWanted(true)
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }

  const tracks: CSSProperties & Record<'--tracks', string> = { '--tracks': shown.map(({ track }) => track).join(' ') }
  return (
    <>
      <div role="table" aria-label="Alerts" aria-rowcount={listed + 1} className={styles['table']} style={tracks}>
        <div role="rowgroup" className={styles['head']}>
          <div role="row" aria-rowindex={1} className={styles['row']}>
            {shown.map((column) => (
              <ColumnHeader key={column.id} column={column} narrow={narrow} />
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          ref={body}
          className={styles['body']}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {table.getRowModel().rows.map((row) => {
            const { index, content } = row.original
            const item = items.find((candidate) => candidate.index === index)!
            return (
              <div
                role="row"
                key={row.id}
                data-index={index}
                aria-rowindex={index + 2}
                aria-busy={content === undefined}
                tabIndex={index === current ? 0 : -1}
                className={`${styles['row'] ?? ''} ${styles['drawn'] ?? ''}`}
                style={{ height, transform: `translateY(${item.start - top}px)` }}
                onFocus={() => setActive(index)}
                onClick={() => onOpen(row.original.row)}
              >
                {narrow ? (
                  <AlertCard row={content} columns={shown} cells={row.getAllCells().map((cell) => [cell.column.id, <table.FlexRender key={cell.id} cell={cell} />])} />
                ) : (
                  row.getAllCells().map((cell, i) => (
                    <div role="cell" key={cell.id} className={shown[i]!.numeric ? styles['number'] : styles['text']}>
                      <table.FlexRender cell={cell} />
                    </div>
                  ))
                )}
              </div>
            )
          })}
        </div>
      </div>
      {listed === 0 ? <NoAlerts /> : <ListEnd below={judged - selection.count} unscored={view.view.rows.length - judged} threshold={selectThreshold({ loadedModels, thresholds }, model)} bySegment={Boolean(view.query.segments)} />}
      {selection.count > listed && (
        <p className={styles['more']}>
          The list shows the first {formatCount(listed)} of {formatCount(selection.count)}. Choose a store, a category or a day to see others; the download holds all.
        </p>
      )}
    </>
  )
}

/** On a narrow screen the heads are there for screen readers alone, and a select orders the list. */
function ColumnHeader({ column, narrow }: { readonly column: AlertTableColumn; readonly narrow: boolean }) {
  const order = useAppStore((state) => state.filter.order)
  const setFilter = useAppStore((state) => state.setFilter)
  const here = order.column === column.id
  const sort = here ? (order.descending ? 'descending' : 'ascending') : 'none'
  const className = column.numeric ? styles['number'] : styles['text']
  if (!column.orderable || narrow) {
    return (
      <div role="columnheader" className={className} {...(column.orderable ? { 'aria-sort': sort } : {})}>
        {column.label}
      </div>
    )
  }
  return (
    <div role="columnheader" aria-sort={sort} className={className}>
      <button
        type="button"
        className={styles['sort']}
        onClick={() => setFilter({ order: { column: column.id as AlertColumn, descending: here ? !order.descending : column.numeric } })}
      >
        {column.label}
        {here && (
          <span aria-hidden="true" className={styles['arrow']}>
            {order.descending ? '▼' : '▲'}
          </span>
        )}
      </button>
    </div>
  )
}
