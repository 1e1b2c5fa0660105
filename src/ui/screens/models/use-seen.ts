import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** How far outside of the window something is made ready, so that nobody waits for it. */
const ahead = '600px'

/** False until the element has come near the window: what is costly to draw far down a page waits for that. */
export function useSeen<Kind extends Element>(): readonly [RefObject<Kind | null>, boolean] {
  const element = useRef<Kind>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (seen || !watched) return
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true), { rootMargin: ahead })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [seen])
  return [element, seen]
}
