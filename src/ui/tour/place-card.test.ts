import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeCard, type Box } from './place-card'

const window = { width: 1440, height: 900 }
const card = { width: 380, height: 220 }

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.top + other.height && other.top < one.top + one.height
}

describe('placeCard', () => {
  it('stands in a corner where what it points at fills the window, or is not there', () => {
    expect(placeCard({ left: 24, top: 300, width: 1392, height: 2000 }, card, window)).toEqual({ left: 1048, top: 668 })
    expect(placeCard(null, card, window)).toEqual({ left: 1048, top: 668 })
  })

  it('stands below what it points at, or above where there is no room below', () => {
    expect(placeCard({ left: 24, top: 100, width: 1392, height: 80 }, card, window)).toEqual({ left: 24, top: 192 })
    expect(placeCard({ left: 24, top: 780, width: 1392, height: 80 }, card, window)).toEqual({ left: 24, top: 548 })
  })

  it('stands beside what is in a drawer, at its height', () => {
    expect(placeCard({ left: 690, top: 150, width: 720, height: 300 }, card, window)).toEqual({ left: 298, top: 150 })
    expect(placeCard({ left: 0, top: 150, width: 720, height: 300 }, card, window)).toEqual({ left: 732, top: 150 })
  })

  it('is always whole within the window, wherever the target is, and does not cover one that leaves room beside it', () => {
    const size = fc.integer({ min: 0, max: 2000 })
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 3000 }), fc.integer({ min: -2000, max: 3000 }), size, size, (left, top, width, height) => {
        const target = { left, top, width, height }
        const place = { ...placeCard(target, card, window), ...card }
        expect(place.left >= 0 && place.top >= 0 && place.left + place.width <= window.width && place.top + place.height <= window.height).toBe(true)
        const inSight = left >= 0 && top >= 0 && left + width <= window.width && top + height <= window.height
        const roomBeside = top >= card.height + 24 || window.height - top - height >= card.height + 24 || left >= card.width + 24 || window.width - left - width >= card.width + 24
        if (inSight && roomBeside && width > 0 && height > 0) expect(overlaps(place, target)).toBe(false)
      }),
    )
  })
})
