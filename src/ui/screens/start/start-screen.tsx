/** What a person meets first: what it is, where to put the file, what the file must hold. */
import { useAppStore } from '../../app-store-context'
import { useOpenFilePicker } from '../../shell/file-picker'
import { Button } from '../../widgets/button'
import { ExtractNeeds } from './extract-needs'
import styles from './start-screen.module.css'

export function StartScreen() {
  const phase = useAppStore((state) => state.phase.phase)
  const waiting = useAppStore((state) => (state.phase.phase === 'loading-models' ? (state.file?.name ?? null) : null))
  const tryDemo = useAppStore((state) => state.tryDemo)
  const openFile = useOpenFilePicker()
  const loading = phase === 'loading-models'
  const working = phase === 'proposing' || phase === 'reading'
  return (
    <div className={styles['screen']}>
      <div className={styles['intro']}>
        <h1 className={styles['title']}>Find the stock that is on the record and not on the shelf</h1>
        <p className={styles['lead']}>
          Drop this morning’s extract and get a short list of shelves to check, the surest first, each with its reasons. Items on the list show stock in
          the system, so nothing is reordered, while shoppers find none.
        </p>
      </div>

      <section className={styles['drop']} aria-busy={working}>
        <h2 className={styles['dropTitle']}>
          Drop a CSV extract anywhere on this page
        </h2>
        <p className={styles['quiet']}>One row per store, item and day. At least four weeks of history; eight or more is better. Daily files, or a file for each store, can be dropped together.</p>
        <div className={styles['buttons']}>
          <Button look="primary" onClick={openFile} disabled={working}>
            Choose a CSV file
          </Button>
          <Button onClick={() => void tryDemo()} disabled={loading || working}>
            Try the demo extract
          </Button>
        </div>
        <p role="status" className={styles['ready']}>
          {loading
            ? waiting
              ? `${waiting} is waiting: the models are being made ready …`
              : 'Getting ready: loading the four models …'
            : working
              ? 'Working on your file …'
              : 'Ready. Four models are loaded; from here on nothing needs a network.'}
        </p>
      </section>

      <div className={styles['facts']}>
        <section>
          <h2 className={styles['factTitle']}>Your file stays on this computer</h2>
          <p>
            It is read and scored inside this browser tab. Nothing is sent anywhere: once you give a file, this page makes no request at all, and it works
            with the network unplugged.
          </p>
        </section>
        <section>
          <h2 className={styles['factTitle']}>Where the models come from</h2>
          <p>
            They learned in simulated stores, where the truth on the shelf is known, not in yours. The probabilities are a good order in which to check; how
            right they are in your stores, only your counts can tell.
          </p>
        </section>
        <section>
          <h2 className={styles['factTitle']}>A record is wrong, nobody is accused</h2>
          <p>Misplaced cases, receiving slips, scan mix-ups, damage and theft all end the same way: the count is off. A check puts it right.</p>
        </section>
      </div>

      <ExtractNeeds />
    </div>
  )
}
