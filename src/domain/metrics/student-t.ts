/** Points of Student's t: how many standard errors an interval reaches when the error itself was estimated from few items. */

/**
 * The point below which `probability` of Student's t with `freedom` degrees of freedom lies.
 * Abramowitz & Stegun 26.7.5 (Cornish-Fisher series in 1 / freedom) about the normal points below:
 * right to .0002 from nine degrees of freedom on, .002 from four on.
 *
 * @param freedom >= 4; fewer is too little to estimate an error from
 */
export function studentPoint(probability: 0.95 | 0.975, freedom: number): number {
  const x = normalPoint[probability]
  const x2 = x * x
  const terms = [
    x * (x2 + 1) * (1 / 4),
    x * (5 * x2 * x2 + 16 * x2 + 3) * (1 / 96),
    x * (3 * x2 ** 3 + 19 * x2 * x2 + 17 * x2 - 15) * (1 / 384),
    x * (79 * x2 ** 4 + 776 * x2 ** 3 + 1482 * x2 * x2 - 1920 * x2 - 945) * (1 / 92160),
  ]
  return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), x)
}

/** The same points of the normal distribution, to which Student's come with many degrees of freedom. */
const normalPoint = { 0.95: 1.6448536269514722, 0.975: 1.959963984540054 } as const
