/** Light or dark: the system's wish until the user says otherwise, kept in this browser. */
import { useEffect, useState } from 'react'
import { Button } from '../widgets/button'

type Theme = 'light' | 'dark'
const key = 'phantom-inventory.theme'

function savedTheme(): Theme | null {
  try {
    const saved = localStorage.getItem(key)
    return saved === 'light' || saved === 'dark' ? saved : null
  } catch {
    // Storage can be closed to the page: then the system's wish holds.
    return null
  }
}

export function ThemeToggle() {
  const [chosen, setChosen] = useState<Theme | null>(savedTheme)
  const [systemDark, setSystemDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)

  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const heard = () => setSystemDark(query.matches)
    query.addEventListener('change', heard)
    return () => query.removeEventListener('change', heard)
  }, [])

  useEffect(() => {
    if (!chosen) return
    document.documentElement.dataset['theme'] = chosen
    try {
      localStorage.setItem(key, chosen)
    } catch {
      // It holds for this visit.
    }
  }, [chosen])

  const dark = chosen ? chosen === 'dark' : systemDark
  const other: Theme = dark ? 'light' : 'dark'
  return (
    <Button look="onHeader" onClick={() => setChosen(other)} aria-label={`Switch to ${other} colours`}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        {dark ? (
          <g fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round">
            <circle cx="10" cy="10" r="3.6" fill="currentColor" />
            <path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4" />
          </g>
        ) : (
          <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" fill="currentColor" />
        )}
      </svg>
    </Button>
  )
}
