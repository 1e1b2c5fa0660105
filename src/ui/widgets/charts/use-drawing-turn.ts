import { useEffect, useState } from 'react'
import { drawingTurns } from './drawing-turns'

const turns = drawingTurns((run) => requestAnimationFrame(() => setTimeout(run)))

/**
 * False until it is this chart's turn. A chart takes some 20 to 40 ms to appear: several at once
 * would hold up the page, so each is drawn in a task of its own, after the words around it.
 */
export function useDrawingTurn(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => turns(() => setReady(true)), [])
  return ready
}
