import { useState } from 'react'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { useModelName } from '../../use-model-name'
import { Button } from '../../widgets/button'
import { saveFile } from '../../widgets/save-file'
import { gatherReport } from './gather-report'
import type { ReportFigure } from './report-content'
import { extractSentences, intervalsOf } from './report-facts'
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

  async function finish(figures: readonly ReportFigure[]) {
    const state = store.getState()
    const intervals = await intervalsOf(state)
    const content = gatherReport(state, { modelName, intervals, drift: await extractSentences(state), figures, madeAt: Date.now() })
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
        <span role="status">{drawing ? 'Drawing the charts …' : scoring ? 'Once all rows are scored.' : said}</span>
      </div>
      {drawing && <ReportFigures onDrawn={(figures) => void finish(figures)} />}
    </>
  )
}
