/** Type and spacing for a projector, kept for the tab: how large, the style sheet says. */
import { useEffect, useState } from 'react'
import { Button } from '../widgets/button'
import styles from './large-type.module.css'

const key = 'phantom-inventory.large-type'

function kept(): boolean {
  try {
    return sessionStorage.getItem(key) === 'on'
  } catch {
    // Storage can be closed to the page: then it holds until the page is loaded again.
    return false
  }
}

export function LargeType() {
  const [large, setLarge] = useState(kept)

  useEffect(() => {
    if (large) document.documentElement.dataset['type'] = 'large'
    else delete document.documentElement.dataset['type']
    try {
      if (large) sessionStorage.setItem(key, 'on')
      else sessionStorage.removeItem(key)
    } catch {
      // It holds until the page is loaded again.
    }
  }, [large])

  return (
    <span className={styles['wide']}>
      <Button look="onHeader" className={styles['button']} aria-pressed={large} onClick={() => setLarge(!large)}>
        Large type
      </Button>
    </span>
  )
}
