/** Ends of a scale around 0 that has room for every interval, at twentieths; at least 0.05 to each side where anything lies there. */
export function signedScale(estimates: readonly { readonly low: number; readonly high: number }[]): { readonly from: number; readonly to: number } {
  const step = 0.05
  const lowest = Math.min(0, ...estimates.map(({ low }) => low))
  const highest = Math.max(0, ...estimates.map(({ high }) => high))
  const from = lowest === 0 ? 0 : Math.floor(lowest / step) * step
  const to = highest === 0 && from < 0 ? 0 : Math.max(1, Math.ceil(highest / step)) * step
  return { from, to }
}
