import type { ShareInterval } from '../metrics/wilson-interval'

/** Terms of the continued fraction; it settles in far fewer for any a and b that occur here. */
const mostTerms = 500
const settled = 1e-12
/** Each halving adds a binary digit: 60 are more than a double can hold of a share. */
const halvings = 60

/**
 * The middle 95 % of a beta distribution: where a share lies that was believed to be a / (a + b)
 * as firmly as a + b trials would tell.
 *
 * @param a above 0
 * @param b above 0
 */
export function betaInterval(a: number, b: number): ShareInterval {
  return { low: quantile(a, b, 0.025), high: quantile(a, b, 0.975) }
}

function quantile(a: number, b: number, part: number): number {
  let low = 0
  let high = 1
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2
    if (betaBelow(middle, a, b) < part) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Regularised incomplete beta function: the chance of a value at or below x (0 to 1). Abramowitz & Stegun 26.5.8. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // The fraction settles quickly on this side of the mean alone; the other is its mirror.
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

/** The continued fraction by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const held = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / held(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / held(1 + even * d)
    c = held(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / held(1 + odd * d)
    c = held(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < settled) break
  }
  return result
}

/** Logarithm of the gamma function for x > 0: Stirling's series from 8 upwards, brought there by x gamma(x) = gamma(x + 1). */
function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 8) shift += Math.log(at++)
  const inverse = 1 / (at * at)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift
}
