import type { RefObject } from 'react'
import { selectTourPossible } from '../../store/tour-selectors'
import { useAppStore } from '../app-store-context'
import { formatDay } from '../format/format-day'
import { Button } from '../widgets/button'
import { useOpenFilePicker } from './file-picker'
import styles from './header.module.css'
import { LargeType } from './large-type'
import { ThemeToggle } from './theme-toggle'

export function Header({ tourButton }: { readonly tourButton: RefObject<HTMLButtonElement | null> }) {
  const file = useAppStore((state) => state.file)
  const opened = useAppStore((state) => state.opened)
  const startOver = useAppStore((state) => state.startOver)
  const started = useAppStore((state) => !['loading-models', 'empty'].includes(state.phase.phase))
  const tourPossible = useAppStore(selectTourPossible)
  const startTour = useAppStore((state) => state.startTour)
  const openFile = useOpenFilePicker()
  return (
    <header className={styles['header']}>
      <div className={styles['inner']}>
        <button type="button" className={styles['brand']} onClick={startOver} disabled={!started} title={started ? 'Close this extract' : undefined}>
          <svg viewBox="0 0 64 64" className={styles['mark']} aria-hidden="true">
            <path d="M6 28h52M6 54h52" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
            <rect x="12" y="10" width="14" height="14" rx="2" className={styles['box']} />
            <rect x="38" y="10" width="14" height="14" rx="2" className={styles['box']} />
            <rect x="12" y="36" width="14" height="14" rx="2" className={styles['box']} />
            <rect x="39" y="37" width="12" height="12" rx="2" className={styles['gap']} />
          </svg>
          <span>
            Phantom Inventory <span className={styles['second']}>Classifier</span>
          </span>
        </button>
        {file && started && (
          <p className={styles['file']}>
            <span className={styles['name']}>{file.name}</span>
            {file.isDemo && <span>, simulated stores</span>}
            {opened && <span>, to {formatDay(opened.latestDay)}</span>}
          </p>
        )}
        <div className={styles['actions']}>
          {started && (
            <Button look="onHeader" onClick={openFile}>
              <span>
                Open<span className={styles['second']}> another file</span>
              </span>
            </Button>
          )}
          {tourPossible && (
            <Button ref={tourButton} look="onHeader" onClick={startTour}>
              Tour
            </Button>
          )}
          <LargeType />
          <ThemeToggle />
        </div>
      </div>
    </header>
  )
}
