import { expect, it } from 'vitest'
import { betaBelow, betaInterval } from './beta-interval'

it.each([
  // By hand: beta(1, 1) is uniform, beta(2, 1) has x^2 below x, beta(1, 3) has 1 - (1 - x)^3.
  [0.3, 1, 1, 0.3],
  [0.6, 2, 1, 0.36],
  [0.2, 1, 3, 1 - 0.8 ** 3],
  [0.5, 40, 40, 0.5],
])('the share of beta values at or below %d with a %d and b %d', (x, a, b, below) => {
  expect(betaBelow(x, a, b)).toBeCloseTo(below, 10)
})

it('is the binomial tail: I_x(k, n - k + 1) is the chance of k or more hits in n', () => {
  const n = 12
  const k = 9
  const x = 0.7
  const choose = (of: number, some: number): number => (some === 0 ? 1 : (choose(of - 1, some - 1) * of) / some)
  let tail = 0
  for (let hits = k; hits <= n; hits++) tail += choose(n, hits) * x ** hits * (1 - x) ** (n - hits)
  expect(betaBelow(x, k, n - k + 1)).toBeCloseTo(tail, 10)
})

it('the interval leaves one in forty on either side', () => {
  for (const [a, b] of [[9, 1], [0.5, 9.5], [30, 12], [900, 100]] as const) {
    const { low, high } = betaInterval(a, b)
    expect(betaBelow(low, a, b)).toBeCloseTo(0.025, 9)
    expect(betaBelow(high, a, b)).toBeCloseTo(0.975, 9)
  }
})
