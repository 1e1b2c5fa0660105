import { useState, type ReactNode } from 'react'
import { isCarried } from '../../../store/take-away/link-segments'
import { settingHash } from '../../../store/take-away/share-link'
import { selectSegments, selectThreshold } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { countOf } from '../../format/format-number'
import { formatThreshold } from '../../format/format-score'
import { useModelName } from '../../use-model-name'
import { Button } from '../../widgets/button'
import { FileButton } from '../../widgets/file-button'
import { inUseSentence } from '../segments-in-use/in-use-words'
import { copyBoth } from '../print/copy-both'
import { ReportButton } from './report-button'
import { escapedHtml } from './report-parts'
import styles from './take-away-section.module.css'
import { FileNotice } from './taken-notice'

const jsonFiles = '.json,application/json'

/** Everything that leaves the app as a file or a link, and what comes back in. */
export function TakeAwaySection() {
  return (
    <div className={styles['section']}>
      <FileNotice />
      <Cards />
    </div>
  )
}

function Cards() {
  return (
    <div className={styles['cards']}>
      <ThresholdCard />
      <SessionCard />
      <LinkCard />
      <Card title="Report">
        <p>
          One page with the setting, the measures of every model, models side by side, figures by segment, the payoff table, all charts with their numbers, the sums
          of the alerts, and the versions of models and data. It opens without this app and without a network, and carries its counts, so that its figures can be computed again.
        </p>
        <p className={styles['quiet']}>It names your file, stores, categories and departments, and no item.</p>
        <ReportButton />
      </Card>
    </div>
  )
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['card']} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function ThresholdCard() {
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const segments = useAppStore((state) => selectSegments(state, state.model))
  const save = useAppStore((state) => state.saveThreshold)
  const load = useAppStore((state) => state.loadThreshold)
  const modelName = useModelName()
  return (
    <Card title="Threshold">
      <p>
        {segments ? `${modelName(model)}: ${inUseSentence(segments, threshold)}` : `${modelName(model)} alerts from ${formatThreshold(threshold)}.`} The file <code>threshold.json</code> has the form of the model folders, which other
        programs read too; it says what the threshold was picked for.
        {segments && ' It holds the thresholds by segment in a field of its own, segment_thresholds, with the names of the segments; a program that does not know the field follows the common threshold.'}
      </p>
      <div className={styles['buttons']}>
        <Button onClick={save}>Save threshold.json</Button>
        <FileButton label="Threshold file" accept={jsonFiles} onFile={(file) => void load(file, file.name)}>
          Load threshold.json
        </FileButton>
      </div>
    </Card>
  )
}

function SessionCard() {
  const entries = useAppStore((state) => state.findings.entries.size)
  const names = useAppStore(({ segmentThresholds }) => Object.values(segmentThresholds).some((segments) => !isCarried(segments)))
  const save = useAppStore((state) => state.saveSession)
  const load = useAppStore((state) => state.loadSession)
  const [withFindings, setWithFindings] = useState(true)
  return (
    <Card title="Session">
      <p>
        The chosen model, thresholds, goals, payoff table and plan of the day, how the columns were read, and what was found: to go on in another browser or to pass on. No row of the
        extract goes with it.{names && ' The thresholds by segment name your stores, categories or departments.'}
      </p>
      <label className={styles['option']}>
        <input type="checkbox" checked={withFindings} onChange={(event) => setWithFindings(event.currentTarget.checked)} />
        With what was found ({countOf(entries, 'entry', 'entries')}; they name stores and items)
      </label>
      <div className={styles['buttons']}>
        <Button onClick={() => save(withFindings)}>Save session</Button>
        <FileButton label="Session file" accept={jsonFiles} onFile={(file) => void load(file, file.name)}>
          Load session
        </FileButton>
      </div>
      <p className={styles['quiet']}>
        Loading replaces model, thresholds, goals, payoff table and plan, which can be undone. Findings are merged: of each item and day the later entry stands. Column answers are kept for
        the next file with the same headers, the later answer standing.
      </p>
    </Card>
  )
}

function LinkCard() {
  const leftOut = useAppStore(({ segmentThresholds }) => Object.values(segmentThresholds).some((segments) => !isCarried(segments)))
  const hash = useAppStore(settingHash)
  const [said, setSaid] = useState<{ readonly hash: string; readonly sentence: string } | null>(null)
  const address = new URL(hash, document.baseURI).href
  const copy = () =>
    copyBoth(Promise.resolve({ text: address, html: escapedHtml(address) })).then((done) => setSaid({ hash, sentence: done ? 'Copied.' : 'This browser did not allow it: select the link and copy it by hand.' }))
  return (
    <Card title="Link">
      <p>
        Opens this app with the same model, thresholds, goals, payoff table, plan and place. The link carries settings alone: no data, no file name, no store and no item. What stands behind
        its # is not sent to any server.
      </p>
      {leftOut && <p>Thresholds by store, category or department are left out, since they name what stands in your extract: whoever opens the link has the common threshold everywhere. A session or a threshold.json carries them.</p>}
      <label className={styles['field']}>
        Link with these settings
        <input className={styles['link']} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div className={styles['buttons']}>
        <Button onClick={() => void copy()}>Copy link</Button>
        <span role="status">{said?.hash === hash ? said.sentence : ''}</span>
      </div>
    </Card>
  )
}
