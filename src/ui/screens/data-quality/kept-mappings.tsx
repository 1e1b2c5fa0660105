/** The mappings that this browser keeps: for which headers, since when, and the way to let go of one or of all. */
import { useEffect } from 'react'
import { useAppStore } from '../../app-store-context'
import { formatDay } from '../../format/format-day'
import { countOf } from '../../format/format-number'
import { Button } from '../../widgets/button'
import styles from './data-quality-screen.module.css'

const msOfDay = 86_400_000
/** So many headers tell a set from others; the rest are counted. */
const headersShown = 5

export function KeptMappings() {
  const kept = useAppStore((state) => state.keptMappings)
  const lookUp = useAppStore((state) => state.lookUpKeptMappings)
  const forget = useAppStore((state) => state.forgetMapping)
  const forgetAll = useAppStore((state) => state.forgetAllMappings)
  useEffect(lookUp, [lookUp])
  return (
    <section className={styles['panel']} aria-labelledby="kept-title">
      <div className={styles['titleRow']}>
        <h2 id="kept-title" className={styles['title']}>
          Mappings kept in this browser
        </h2>
        {kept.length > 1 && <Button onClick={forgetAll}>Forget all {kept.length}</Button>}
      </div>
      <p className={styles['quiet']}>
        {kept.length === 0
          ? 'None yet. Once you have settled how the columns of a file are read, files with the same headers are read that way without a question.'
          : 'Files with these headers are read as you settled it, without a question. Forgetting one changes nothing about the file that is open.'}
      </p>
      {kept.length > 0 && (
        <ul role="list" className={styles['kept']}>
          {kept.map(({ headers, mapping, savedAt }) => {
            const name = headers.slice(0, headersShown).join(', ')
            return (
              <li key={headers.join('\n')} className={styles['keptOne']}>
                <div>
                  <p className={styles['found']}>
                    {name}
                    {headers.length > headersShown && ' …'}
                  </p>
                  <p className={styles['quiet']}>
                    {countOf(headers.length, 'column')}, {Object.keys(mapping.columns).length} of them in use; settled on {formatDay(Math.floor(savedAt / msOfDay))}
                  </p>
                </div>
                <Button aria-label={`Forget the mapping for ${name}`} onClick={() => forget(headers)}>
                  Forget
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
