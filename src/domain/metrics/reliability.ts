import type { ThresholdCurve } from './threshold-curve'

/** Rows of like probability: what was said and what was so. */
export interface ReliabilityBin {
  readonly rows: number
  readonly meanProbability: number
  readonly observedRate: number
}

/**
 * Cuts the rows, in order of probability, into `bins` groups of as equal size as ties allow (rows
 * of one score stay together), lowest probabilities first. Fewer groups where scores are few.
 */
export function reliabilityBins(curve: ThresholdCurve, bins: number): readonly ReliabilityBin[] {
  const total = curve.positives + curve.negatives
  const result: ReliabilityBin[] = []
  let rows = 0
  let phantom = 0
  let sum = 0
  let seen = 0
  // The open group ends once this many bins' worth of rows are behind it; a large tie may use up several.
  let edge = 1
  for (let step = curve.scores.length - 1; step >= 0; step--) {
    const tp = curve.truePositives[step]! - (step === 0 ? 0 : curve.truePositives[step - 1]!)
    const fp = curve.falsePositives[step]! - (step === 0 ? 0 : curve.falsePositives[step - 1]!)
    rows += tp + fp
    phantom += tp
    sum += (tp + fp) * curve.scores[step]!
    seen += tp + fp
    if (seen * bins >= edge * total || step === 0) {
      result.push({ rows, meanProbability: sum / rows, observedRate: phantom / rows })
      rows = 0
      phantom = 0
      sum = 0
      edge = Math.floor((seen * bins) / total) + 1
    }
  }
  return result
}

/** Groups of equal width over probabilities from 0 to 1, lowest first (the last takes 1 too); those without a row are left out. */
export function reliabilityByProbability(curve: ThresholdCurve, bins: number): readonly ReliabilityBin[] {
  const rows = new Float64Array(bins)
  const phantom = new Float64Array(bins)
  const sum = new Float64Array(bins)
  for (let step = 0; step < curve.scores.length; step++) {
    const tp = curve.truePositives[step]! - (step === 0 ? 0 : curve.truePositives[step - 1]!)
    const fp = curve.falsePositives[step]! - (step === 0 ? 0 : curve.falsePositives[step - 1]!)
    const bin = Math.min(bins - 1, Math.floor(curve.scores[step]! * bins))
    rows[bin]! += tp + fp
    phantom[bin]! += tp
    sum[bin]! += (tp + fp) * curve.scores[step]!
  }
  return Array.from(rows, (count, bin) => ({ rows: count, meanProbability: sum[bin]! / count, observedRate: phantom[bin]! / count })).filter((bin) => bin.rows > 0)
}

/**
 * Expected calibration error: the mean over rows of |mean probability - observed rate| of the
 * row's bin. 0 is perfect, 1 the worst; NaN without rows.
 */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  let gap = 0
  let rows = 0
  for (const bin of bins) {
    gap += bin.rows * Math.abs(bin.meanProbability - bin.observedRate)
    rows += bin.rows
  }
  return gap / rows
}
