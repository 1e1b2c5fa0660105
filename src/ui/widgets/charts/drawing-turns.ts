/** Hands out turns, one at a time: who takes one is called once, or never if the turn is given back first. */
export type DrawingTurns = (draw: () => void) => () => void

/** @param later calls its argument in a task of its own, when the browser has drawn what stands so far */
export function drawingTurns(later: (run: () => void) => void): DrawingTurns {
  const waiting = new Set<() => void>()
  let underWay = false
  function schedule() {
    if (underWay || waiting.size === 0) return
    underWay = true
    later(() => {
      underWay = false
      const [turn] = waiting
      if (turn) {
        waiting.delete(turn)
        turn()
      }
      schedule()
    })
  }
  return (draw) => {
    // An entry of its own: the same function may wait twice.
    const turn = () => draw()
    waiting.add(turn)
    schedule()
    return () => waiting.delete(turn)
  }
}
