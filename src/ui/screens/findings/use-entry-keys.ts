import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Where keys are text. */
function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || (target.matches('input, textarea, select') && !target.matches('[type=checkbox], [type=radio], [type=button]')))
}

/**
 * Keys that enter something, heard in the dialog around `inside` (or in it alone where there is none),
 * so that they do nothing elsewhere. Keys with Ctrl, Alt or Cmd, and keys in boxes, are left alone.
 *
 * @param press gets the key in lower case; true: it was one of its own
 */
export function useEntryKeys(inside: RefObject<HTMLElement | null>, on: boolean, press: (key: string) => boolean): void {
  useEffect(() => {
    const place = inside.current?.closest('dialog') ?? inside.current
    if (!on || !place) return
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat || takesText(event.target)) return
      if (press(event.key.toLowerCase())) event.preventDefault()
    }
    place.addEventListener('keydown', hear)
    return () => place.removeEventListener('keydown', hear)
  }, [inside, on, press])
}
