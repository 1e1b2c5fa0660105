import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checksAt } from './checks-at'
import { thresholdForChecks } from './threshold-for-checks'

const entry = fc.record({ store: fc.nat(3), candidate: fc.constantFrom(0, 1), score: fc.oneof(fc.float({ min: 0, max: 1, noNaN: true }), fc.constant(NaN)) })

it('counts the very checks that a solved threshold promises', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 10 }), fc.constantFrom('average', 'every-store'), (entries, checks, where) => {
      const facts = { store: Int32Array.from(entries, ({ store }) => store), candidate: Uint8Array.from(entries, ({ candidate }) => candidate) }
      const scores = Float32Array.from(entries, ({ score }) => score)
      const solution = thresholdForChecks(facts, scores, checks, where)
      if (solution !== null) expect(checksAt(facts, scores, solution.threshold)).toBe(solution.alerts)
    }),
  )
})

it('counts neither what is no candidate nor what is not scored, and what scored the threshold itself', () => {
  const scores = Float32Array.of(0.7, 0.7, NaN, 0.9, 0.2)
  expect(checksAt({ candidate: Uint8Array.of(1, 0, 1, 1, 1) }, scores, 0.7)).toBe(2)
})
