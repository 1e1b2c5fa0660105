import type { ListSum } from './sum-lists'
import styles from './today-list.module.css'

/** An empty list says why it is empty. */
export function NoWorkToday({ sum }: { readonly sum: ListSum }) {
  return <p className={styles['empty']}>{wordsOf(sum)}</p>
}

function wordsOf({ done, waiting, held }: ListSum): string {
  if (done > 0 && waiting > 0) return 'Today’s places are used up. Raise the number of checks to go on with the next alerts.'
  if (done > 0 && held === done) return 'Every alert is checked.'
  if (held > 0) return 'Every alert is held back. The reasons stand below; each group can be put back.'
  return 'No item reaches the threshold: nothing to check today.'
}
