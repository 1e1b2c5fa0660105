/** A box on the screen, in pixels from the top left corner of the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

type Size = Pick<Box, 'width' | 'height'>

/** Pixels between the card and what it points at, and between the card and the edge of the window. */
const gap = 12

/**
 * Where the card stands: beside its target where there is room (left, right, below, above), else in
 * the lower corner that is farther from the target's middle. Always within the window, if it fits there.
 *
 * @param target null: nothing to point at; the card stands in the lower right corner
 */
export function placeCard(target: Box | null, card: Size, window: Size): { readonly left: number; readonly top: number } {
  const most = { left: Math.max(0, window.width - card.width - gap), top: Math.max(0, window.height - card.height - gap) }
  const within = (left: number, top: number) => ({ left: Math.min(most.left, Math.max(gap, left)), top: Math.min(most.top, Math.max(gap, top)) })
  if (!target) return within(most.left, most.top)
  const right = target.left + target.width
  const bottom = target.top + target.height
  if (target.left - gap - card.width >= gap) return within(target.left - gap - card.width, target.top)
  if (right + gap <= most.left) return within(right + gap, target.top)
  if (bottom + gap <= most.top) return within(target.left, bottom + gap)
  // Above only what ends in sight: over the top of something longer it would hide what that begins with.
  if (bottom <= window.height && target.top - gap - card.height >= gap) return within(target.left, target.top - gap - card.height)
  return within(target.left + target.width / 2 > window.width / 2 ? 0 : most.left, most.top)
}
