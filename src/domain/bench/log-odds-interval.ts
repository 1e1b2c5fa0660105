import { studentPoint } from '../metrics/student-t'

/** How far a share may be off, 0 to 1. */
export interface Reach {
  /** 95 % interval, two-sided. */
  readonly low: number
  readonly high: number
  /** Lower 95 % bound, one-sided. */
  readonly atLeast: number
}

/**
 * The interval of a share whose error was estimated on the scale of log odds, by Student's t: it stays within 0 and 1.
 *
 * @param logOdds ln(share / (1 - share)) of the estimate
 * @param error standard error of it
 * @param freedom degrees of freedom of `error`, >= 4
 */
export function logOddsInterval(logOdds: number, error: number, freedom: number): Reach {
  const at = (errors: number): number => 1 / (1 + Math.exp(-(logOdds + errors * error)))
  const reach = studentPoint(0.975, freedom)
  return { low: at(-reach), high: at(reach), atLeast: at(-studentPoint(0.95, freedom)) }
}
