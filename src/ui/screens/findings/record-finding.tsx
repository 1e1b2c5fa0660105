/** Where it is entered what was found on the shelf: one press or one key. */
import { useCallback, useId, useRef } from 'react'
import { contradiction } from '../../../domain/findings/contradiction'
import { placeKey, type FindingPlace } from '../../../domain/findings/finding'
import { selectFinding, selectFindingSet } from '../../../store/findings-selectors'
import type { FindingSubject } from '../../../store/findings-state'
import { useAppStore } from '../../app-store-context'
import { Button } from '../../widgets/button'
import { FindingDetails } from './finding-details'
import { FindingStatus } from './finding-status'
import { outcomeChoices, undoKey } from './outcome-words'
import { useEntryKeys } from './use-entry-keys'
import styles from './record-finding.module.css'

const contradictionWords = {
  'counted-some': 'Some were counted, and yet it says that none was found. Which of the two is right?',
  'counted-none': 'None was counted, and yet it says that some was found. Which of the two is right?',
} as const

export function RecordFinding({ subject }: { readonly subject: FindingSubject }) {
  const section = useRef<HTMLElement>(null)
  const title = useId()
  const set = useAppStore(selectFindingSet)
  const { store, sku, day } = subject
  const place: FindingPlace = { set, store, sku, day }
  const key = placeKey(place)
  const finding = useAppStore((state) => selectFinding(state, { set, store, sku, day }))
  const canUndo = useAppStore((state) => state.findings.steps.some((step) => step.key === key))
  const numberKeys = useAppStore((state) => state.findings.numberKeys)
  const enter = useAppStore((state) => state.enterFinding)
  const undo = useAppStore((state) => state.undoFinding)
  const withdraw = useAppStore((state) => state.withdrawFinding)
  const setKeys = useAppStore((state) => state.setNumberKeys)

  const press = useCallback(
    (pressed: string) => {
      if (pressed === undoKey) {
        undo({ set, store, sku, day })
        return true
      }
      const choice = outcomeChoices.find((one) => one.key === pressed)
      if (choice) enter(subject, choice.outcome)
      return choice !== undefined
    },
    [enter, undo, subject, set, store, sku, day],
  )
  useEntryKeys(section, numberKeys, press)

  const slip = finding && contradiction(finding)
  return (
    <section ref={section} className={styles['section']} aria-labelledby={title} data-tour="finding">
      <h3 id={title} className={styles['title']}>
        What was found
      </h3>
      <div role="group" aria-labelledby={title} className={styles['choices']}>
        {outcomeChoices.map(({ outcome, key: ownKey, label, hint }) => (
          <button
            key={outcome}
            type="button"
            className={styles['choice']}
            aria-pressed={finding?.outcome === outcome}
            aria-labelledby={`${title}-${outcome}`}
            aria-describedby={`${title}-${outcome}-hint`}
            {...(numberKeys ? { 'aria-keyshortcuts': ownKey } : {})}
            onClick={() => enter(subject, outcome)}
          >
            <span id={`${title}-${outcome}`} className={styles['label']}>
              {label}
            </span>
            {numberKeys && (
              <kbd className={styles['key']} aria-hidden="true">
                {ownKey}
              </kbd>
            )}
            <span id={`${title}-${outcome}-hint`} className={styles['hint']}>
              {hint}
            </span>
          </button>
        ))}
      </div>
      <div className={styles['after']}>
        <FindingStatus place={place} finding={finding} />
        {canUndo && (
          <Button onClick={() => undo(place)} {...(numberKeys ? { 'aria-keyshortcuts': undoKey } : {})}>
            Undo
            {numberKeys && (
              <kbd className={styles['key']} aria-hidden="true">
                {undoKey.toUpperCase()}
              </kbd>
            )}
          </Button>
        )}
        {finding && (
          <Button look="quiet" onClick={() => withdraw(place)}>
            Not checked after all
          </Button>
        )}
      </div>
      {finding && <FindingDetails place={place} finding={finding} />}
      {slip && (
        <p role="alert" className={styles['slip']}>
          {contradictionWords[slip]}
        </p>
      )}
      <label className={styles['keys']}>
        <input type="checkbox" checked={numberKeys} onChange={(event) => setKeys(event.target.checked)} />
        Keys 1 to {outcomeChoices.length} enter, U undoes
      </label>
    </section>
  )
}
