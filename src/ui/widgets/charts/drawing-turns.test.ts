import { expect, test } from 'vitest'
import { drawingTurns } from './drawing-turns'

/** Tasks that run when the test says so. */
function tasks() {
  const queue: (() => void)[] = []
  return { queue, later: (run: () => void) => queue.push(run), runOne: () => queue.shift()!() }
}

test('each turn is a task of its own, in the order in which they were asked for', () => {
  const { queue, later, runOne } = tasks()
  const turns = drawingTurns(later)
  const drawn: string[] = []
  for (const name of ['a', 'b', 'c']) turns(() => drawn.push(name))
  expect(drawn).toEqual([])
  for (const so of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
    expect(queue).toHaveLength(1)
    runOne()
    expect(drawn).toEqual(so)
  }
  expect(queue).toHaveLength(0)
})

test('a turn that is given back is never taken, and does not hold up the others', () => {
  const { queue, later, runOne } = tasks()
  const turns = drawingTurns(later)
  const drawn: string[] = []
  const giveBack = turns(() => drawn.push('gone'))
  turns(() => drawn.push('here'))
  giveBack()
  while (queue.length > 0) runOne()
  expect(drawn).toEqual(['here'])
})

test('turns can be asked for again after all were taken', () => {
  const { later, runOne } = tasks()
  const turns = drawingTurns(later)
  let drawn = 0
  for (let time = 1; time <= 2; time++) {
    turns(() => drawn++)
    runOne()
    expect(drawn).toBe(time)
  }
})
