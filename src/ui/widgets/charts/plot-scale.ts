/** An axis of a plot: its ends and where its figures stand. */
export interface PlotScale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

/** Shares, from none to all. */
export const shareScale: PlotScale = { from: 0, to: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] }

/** Where a value lies on the scale, as a share of its length: 0 at its beginning, 1 at its end; held inside of it. */
export function placeOn({ from, to }: PlotScale, value: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

const steps = [1, 2, 2.5, 5, 10]

/**
 * A scale with room for both values whose ticks are round figures, about `wanted` of them. Both ends
 * are ticks. Where the values are equal, or one is not finite, the scale is still one unit long.
 *
 * @param whole ticks are whole numbers: for days and checks
 */
export function roundScale(lowest: number, highest: number, { wanted = 5, whole = false }: { readonly wanted?: number; readonly whole?: boolean } = {}): PlotScale {
  const low = Number.isFinite(lowest) ? lowest : 0
  const high = Number.isFinite(highest) && highest > low ? highest : low + 1
  const rough = (high - low) / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const found = (steps.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10) * power
  const step = whole ? Math.max(1, Math.ceil(found - 1e-9)) : found
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  // Products of whole numbers, rounded to what the step can hold: sums would drift.
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(step)))
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toFixed(Math.min(decimals, 20))))
  return { from: ticks[0] ?? 0, to: ticks.at(-1) ?? 1, ticks }
}
