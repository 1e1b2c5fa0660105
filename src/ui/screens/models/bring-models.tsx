import { useRef } from 'react'
import { selectUsableModels, type GraphModel, type PipelineModel } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { countOf } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import { Button } from '../../widgets/button'
import { BringModelsIntake } from './bring-models-intake'
import styles from './bring-models.module.css'
import { ReportSection } from '../../widgets/report-section'

/** Models of the user's own: brought, listed, removed; and why a folder was refused. */
export function BringModels() {
  const models = useAppStore(selectUsableModels)
  const own = models.filter((model): model is GraphModel | PipelineModel => model.kind !== 'combination' && model.own)
  const place = useRef<HTMLDivElement>(null)
  return (
    <ReportSection id="own-models" title="Your own models">
      <p className={styles['about']}>
        Models that learned from your own stores can stand beside the ones that ship. Training writes them as folders (<code>npm run train -- --data labelled.csv</code>):
        bring one, or the folder above several. A pipeline of another project stands here too, if its inputs are columns of the extract by names that extracts give them:
        a folder or zip with <code>pipeline.onnx</code>, and <code>threshold.json</code> where there is one. They are read in this tab alone and sent nowhere, and they are gone when you close or reload it.
      </p>
      <div ref={place} tabIndex={-1} className={styles['place']}>
        <BringModelsIntake />
      </div>
      <Progress count={own.length} />
      {own.length > 0 && <OwnModels models={own} afterRemoval={() => place.current?.focus()} />}
      <Refusals />
    </ReportSection>
  )
}

function Progress({ count }: { readonly count: number }) {
  const bringing = useAppStore((state) => state.bringing)
  return (
    <p role="status" className={styles['status']}>
      {bringing ? 'Reading the models and trying them out …' : count > 0 ? `${countOf(count, 'model')} of your own, on every screen beside the others.` : 'None so far.'}
    </p>
  )
}

function OwnModels({ models, afterRemoval }: { readonly models: readonly (GraphModel | PipelineModel)[]; readonly afterRemoval: () => void }) {
  const removeModel = useAppStore((state) => state.removeModel)
  return (
    <div className={styles['scroller']} role="group" aria-label="Your own models, table" tabIndex={0}>
      <table className={styles['table']} aria-label="Your own models">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
            <th scope="col">Its own threshold</th>
            <th scope="col">Column in the predictions</th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ id, name, threshold, kind }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {kind === 'pipeline' && ' (another project’s, not calibrated)'}
              </th>
              <td>
                <Button
                  aria-label={`Remove ${name}`}
                  onClick={() => {
                    afterRemoval()
                    void removeModel(id)
                  }}
                >
                  Remove
                </Button>
              </td>
              <td className="tabular">{formatScore(threshold.precision_floor_threshold)}</td>
              <td>
                <code>phantom_probability_{id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Refusals() {
  const refused = useAppStore((state) => state.refusedModels)
  return (
    <div role="alert">
      {refused.length > 0 && (
        <ul className={styles['refusals']} aria-label="Refused models">
          {refused.map(({ id, fault }, i) => (
            <li key={i}>
              <p className={styles['refused']}>{id === '' ? 'Nothing was taken' : `Not taken: ${id}`}</p>
              <p>{fault.sentence}</p>
              <p>{fault.advice}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
