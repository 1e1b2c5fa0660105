import { describe, expect, it } from 'vitest'
import { anyExtract, dateOrderQuestion, startedStore } from '../testing/started-store'

describe('the mapping of an open extract', () => {
  it('can be changed and read again, or left as it was', async () => {
    const { state } = await startedStore({ proposal: { questions: [dateOrderQuestion] } })
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
