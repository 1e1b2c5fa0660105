import { useEffect } from 'react'
import type { RefObject } from 'react'
import { placeCard } from './place-card'

/** A target whose top is higher than this share of the window is in sight, above a card at the bottom of a phone. */
const wellInSight = 0.35

/** Frames `target`, brings it into sight, and keeps the card beside it while the page moves. On a narrow screen the card stays at the bottom, where the style sheet has put it. */
export function usePointing(card: RefObject<HTMLElement | null>, target: HTMLElement | null): void {
  useEffect(() => {
    const element = card.current
    if (!element) return
    const put = () => {
      const { left, top } = placeCard(target?.getBoundingClientRect() ?? null, { width: element.offsetWidth, height: element.offsetHeight }, { width: document.documentElement.clientWidth, height: window.innerHeight })
      element.style.setProperty('--card-left', `${Math.round(left)}px`)
      element.style.setProperty('--card-top', `${Math.round(top)}px`)
    }
    const unframe = target && frame(target)
    if (target) bringIntoSight(target)
    put()
    // What stands above may still grow, and the card with the size of the type.
    const observer = new ResizeObserver(put)
    observer.observe(document.body)
    observer.observe(element)
    if (target) observer.observe(target)
    document.addEventListener('scroll', put, { capture: true, passive: true })
    window.addEventListener('resize', put)
    return () => {
      unframe?.()
      observer.disconnect()
      document.removeEventListener('scroll', put, { capture: true })
      window.removeEventListener('resize', put)
    }
  }, [card, target])
}

/** Frames by an attribute that the style sheet knows; what it returns takes the frame away. */
function frame(target: HTMLElement): () => void {
  target.dataset['tourHere'] = ''
  return () => delete target.dataset['tourHere']
}

function bringIntoSight(target: HTMLElement): void {
  const { top } = target.getBoundingClientRect()
  if (top >= 0 && top <= window.innerHeight * wellInSight) return
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  target.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' })
}
