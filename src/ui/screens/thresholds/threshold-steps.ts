/** How the threshold moves by keys, buttons and typing. Always between 0 and 1. */

export const smallStep = 0.01
export const largeStep = 0.05

function toHundredths(value: number): number {
  return Math.min(1, Math.max(0, Math.round(value * 100) / 100))
}

/** The next threshold on the grid of hundredths, `by` further (negative: down). */
export function stepThreshold(threshold: number, by: number): number {
  return toHundredths(threshold + by)
}

/** Where a drag may leave the slider: hundredths. */
export const dragThreshold = toHundredths

/** The threshold that a key asks for; null for a key that does not move it. */
export function thresholdByKey(threshold: number, key: string): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepThreshold(threshold, smallStep)
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepThreshold(threshold, -smallStep)
    case 'PageUp':
      return stepThreshold(threshold, largeStep)
    case 'PageDown':
      return stepThreshold(threshold, -largeStep)
    case 'Home':
      return 0
    case 'End':
      return 1
    default:
      return null
  }
}

/** What was typed, with a decimal point or comma; null unless it is a number from 0 to 1. */
export function parseThreshold(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  if (!/^(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const value = Number(plain)
  return value <= 1 ? value : null
}
