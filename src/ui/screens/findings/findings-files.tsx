/** Findings as a file, from a file, and erased. */
import { useRef } from 'react'
import { selectFindings } from '../../../store/findings-selectors'
import type { FindingsImport } from '../../../store/findings-state'
import { useAppStore } from '../../app-store-context'
import { countOf, formatCount } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { FaultCard } from '../../widgets/fault-card'
import { EraseFindings } from './erase-findings'
import styles from './findings-panel.module.css'

/** Unread lines listed on screen. */
const unreadShown = 20

export function FindingsFiles() {
  const count = useAppStore((state) => selectFindings(state).length)
  const download = useAppStore((state) => state.downloadFindings)
  const takeFile = useAppStore((state) => state.importFindings)
  const came = useAppStore((state) => state.findings.lastImport)
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={styles['files']}>
      <div className={styles['actions']}>
        <Button onClick={download} disabled={count === 0}>
          Download findings
        </Button>
        <Button onClick={() => input.current?.click()}>Bring findings from a file</Button>
        <input
          ref={input}
          type="file"
          aria-label="Findings file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          className="visually-hidden"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file) void takeFile(file, file.name)
          }}
        />
        {count > 0 && <EraseFindings count={count} />}
      </div>
      {came && <ImportReport came={came} />}
    </div>
  )
}

function ImportReport({ came }: { readonly came: FindingsImport }) {
  const dismiss = useAppStore((state) => state.dismissImport)
  if (!came.ok) {
    return (
      <FaultCard title={`No findings were read from ${came.file}`} sentence={came.fault.sentence} advice={came.fault.advice}>
        <Button onClick={dismiss}>Close</Button>
      </FaultCard>
    )
  }
  const { taken, known, unread } = came
  return (
    <div className={styles['report']}>
      <p role="status">
        {came.file}: {countOf(taken, 'finding')} taken.
        {known > 0 && ` ${formatCount(known)} changed nothing: the same, or a later entry, stands here.`}
        {unread.length > 0 && ` ${countOf(unread.length, 'line')} could not be read.`}
      </p>
      {unread.length > 0 && (
        <ul className={styles['unread']}>
          {unread.slice(0, unreadShown).map(({ line, column, found, expected }) => (
            <li key={line}>
              Line {formatCount(line)}
              {column && `, ${column}`}: {found === '' ? 'empty' : `“${found}”`}; expected {expected}.
            </li>
          ))}
          {unread.length > unreadShown && <li>and {formatCount(unread.length - unreadShown)} more.</li>}
        </ul>
      )}
      <Button onClick={dismiss}>Close</Button>
    </div>
  )
}
