import { useState } from 'react'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { useModelName } from '../../use-model-name'
import { Button } from '../../widgets/button'
import { saveFile } from '../../widgets/save-file'
import { gatherReport } from './gather-report'
import { readColours } from './report-colours'
import type { ReportCharts } from './report-content'
import { extractSentences, studiesOf, sureOf } from './report-facts'
import { ReportFigures } from './report-figures'
import { reportHtml } from './report-html'
import styles from './take-away-section.module.css'

/** Draws every chart once more out of sight, and saves the report with them. */
export function ReportButton() {
  const store = useAppStoreApi()
  const modelName = useModelName()
  const scoring = useAppStore((state) => state.phase.phase === 'scoring')
  const [drawing, setDrawing] = useState(false)
  const [said, setSaid] = useState('')

  async function finish(charts: ReportCharts) {
    const state = store.getState()
    const sure = await sureOf(state)
    const studies = await studiesOf(state)
    const content = gatherReport(state, { modelName, sure, studies, drift: await extractSentences(state), charts, colours: readColours(), madeAt: Date.now() })
    saveFile(new Blob([reportHtml(content)], { type: 'text/html' }), 'phantom_report.html')
    setDrawing(false)
    setSaid('Saved.')
  }

  return (
    <>
      <div className={styles['buttons']}>
        <Button
          disabled={drawing || scoring}
          onClick={() => {
            setSaid('')
            setDrawing(true)
          }}
        >
          Save report
        </Button>
        <span role="status">{drawing ? 'Drawing the charts and reckoning …' : scoring ? 'Once all rows are scored.' : said}</span>
      </div>
      {drawing && <ReportFigures onDrawn={(charts) => void finish(charts)} />}
    </>
  )
}
