import { describe, expect, it } from 'vitest'
import { anyExtract, startedStore } from '../testing/started-store'

const question = {
  id: 'date-order',
  text: 'Which is it?',
  options: [
    { label: 'day first', change: { dateOrder: 'dmy' } },
    { label: 'month first', change: { dateOrder: 'mdy' } },
  ],
} as const

describe('the mapping of an open extract', () => {
  it('can be changed and read again, or left as it was', async () => {
    const { state } = await startedStore({ proposal: { questions: [question] } })
    await state().dropFile(anyExtract, 'morning.csv')
    await state().applyMapping()
    const before = state().mapping!
    state().editMapping()
    state().changeMapping({ ...before, dateOrder: 'mdy' })
    state().answerQuestion('date-order', 1)
    state().keepMapping()
    expect(state().mapping).toBe(before)
    expect(state().answers).toEqual({})
    expect(state().phase.phase).toBe('ready')
    state().editMapping()
    state().changeMapping({ ...before, dateOrder: 'mdy' })
    await state().applyMapping()
    expect(state().mapping?.dateOrder).toBe('mdy')
    expect(state().phase.phase).toBe('ready')
  })
})
